#!/bin/sh
# Times Compliance-64: C yardsticks and Glasshouse, five interleaved runs of each, then medians and their ratio to c_lane.
# Needs gcc with OpenMP; c_lane, c_simd and limits need a processor with AVX-512. Usage: bench/reference.sh [agents] [runs]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
agents=${1:-1000000}
runs=${2:-5}
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT

programs=c_scalar
if grep -qs avx512f /proc/cpuinfo; then programs="c_lane c_simd c_scalar"; fi
for program in $programs; do
    gcc -O3 -march=native -fopenmp "$here/reference/$program.c" -o "$made/$program" -lm
done
dotnet build "$here/Glasshouse.Bench" -c Release -v q --nologo >/dev/null
bench=$here/Glasshouse.Bench/bin/Release/net10.0/Glasshouse.Bench.dll

rate() { grep -o 'steps/s=[^ ]*' | cut -d= -f2; }
for run in $(seq "$runs"); do
    for program in $programs; do
        "$made/$program" "$agents" "$run" | rate >>"$made/$program.rates"
    done
    dotnet "$bench" compliance "$agents" "$run" | rate >>"$made/glasshouse.rates"
done

median() { LC_ALL=C sort -g "$1" | sed -n "$(((runs + 1) / 2))p"; }
yardstick=$(median "$made/${programs%% *}.rates")
echo "$(nproc) cores; $agents agents, one thread, $runs runs; ratio to ${programs%% *}"
for program in $programs glasshouse; do
    median "$made/$program.rates" | LC_ALL=C awk -v name="$program" -v yardstick="$yardstick" \
        '{ printf "%-12s %7.1f million agent-steps/s   ratio %.2f\n", name, $1 / 1e6, $1 / yardstick }'
done

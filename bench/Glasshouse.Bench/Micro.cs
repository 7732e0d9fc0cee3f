using System.Runtime.Intrinsics;
using BenchmarkDotNet.Attributes;
using Glasshouse.Kernel;

namespace Glasshouse.Bench;

/// <summary>Time per element of the kernel's primitives, data in the first-level cache.</summary>
[InProcess]
public class Micro
{
    private const int Elements = 1024;
    private static readonly Purpose Purpose = Purpose.Named("micro");

    private readonly double _small = 0.5;
    private readonly double _large = 100;
    private readonly uint[] _a = new uint[Elements];
    private readonly uint[] _b = new uint[Elements];
    private readonly uint[] _c = new uint[Elements];
    private readonly uint[] _d = new uint[Elements];
    private readonly float[] _x = new float[Elements];
    private readonly float[] _y = new float[Elements];
    private readonly byte[] _bytes = new byte[16 * Elements];

    [GlobalSetup]
    public void SetUp()
    {
        for (var i = 0; i < Elements; i++)
        {
            _x[i] = i / 64f - 8;
        }
    }

    /// <summary>Per 32-bit word.</summary>
    [Benchmark(OperationsPerInvoke = 4 * Elements)]
    public void PhiloxFill() => Philox.Fill(1, 2, 3, Purpose.Code, 4, _a, _b, _c, _d);

    /// <summary>Per 32-bit word.</summary>
    [Benchmark(OperationsPerInvoke = 4 * Elements)]
    public void PhiloxFillScalar() => Philox.FillScalar(1, 2, 3, Purpose.Code, 4, _a, _b, _c, _d);

    /// <summary>Per element.</summary>
    [Benchmark(OperationsPerInvoke = Elements)]
    public void Exp()
    {
        for (nuint i = 0; i < Elements; i += 16)
        {
            Elementary.Exp(Vector512.LoadUnsafe(ref _x[0], i)).StoreUnsafe(ref _y[0], i);
        }
    }

    /// <summary>Per element.</summary>
    [Benchmark(OperationsPerInvoke = Elements)]
    public void Log()
    {
        for (nuint i = 0; i < Elements; i += 16)
        {
            Elementary.Log(Vector512.LoadUnsafe(ref _x[0], i)).StoreUnsafe(ref _y[0], i);
        }
    }

    /// <summary>Per draw at mean 0.5.</summary>
    [Benchmark(OperationsPerInvoke = Elements)]
    public int PoissonSmall() => Poisson(_small);

    /// <summary>Per draw at mean 100.</summary>
    [Benchmark(OperationsPerInvoke = Elements)]
    public int PoissonLarge() => Poisson(_large);

    /// <summary>Per byte.</summary>
    [Benchmark(OperationsPerInvoke = 16 * Elements)]
    public ulong DigestOfBytes() => Digest.Of(_bytes);

    private static int Poisson(double mean)
    {
        var sum = 0;
        for (var i = 0u; i < Elements; i++)
        {
            sum += Draw.Poisson(mean, new Draw(1, 2, Purpose), i, 3);
        }

        return sum;
    }
}

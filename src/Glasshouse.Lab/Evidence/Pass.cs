using System.Collections.Concurrent;
using Glasshouse.Files;
using Glasshouse.Kernel;
using Glasshouse.Societies;

namespace Glasshouse.Lab.Evidence;

/// <summary>One time through all scenarios, with figures of its own.</summary>
/// <param name="Name">Name in what is kept.</param>
/// <param name="OneSeed">True if one history stands for all.</param>
internal abstract record Pass(string Name, bool OneSeed)
{
    /// <summary>The figures as written.</summary>
    public static Pass Written { get; } = new WrittenPass();

    /// <summary>The null model without any mechanism: people who do not respond.</summary>
    public static Pass Off { get; } = new OffPass();

    /// <summary>A draw of all assumed and calibrated figures.</summary>
    public static Pass Assumed(int draw) => new AssumedPass(draw);

    /// <summary>The null model whose coefficients are drawn evenly from their ranges: mechanisms that nobody fitted.</summary>
    public static Pass Prior(int draw) => new PriorPass(draw);

    public virtual bool AllOff => false;

    /// <summary>
    /// Societies whose base rates it takes over, by what they are; null where it solves its own.
    /// </summary>
    public virtual ConcurrentDictionary<string, Lazy<SocietyTables>>? Solved => null;

    /// <summary>Seed of the first history.</summary>
    public virtual int FirstSeed => 1;

    /// <summary>What it makes of the figures of a file; null leaves them.</summary>
    public abstract Revalue? Revalue(string file, int attempt);

    private sealed record WrittenPass() : Pass("written", false)
    {
        public override Revalue? Revalue(string file, int attempt) => null;
    }

    private sealed record OffPass() : Pass("off", false)
    {
        public override bool AllOff => true;

        public override Revalue? Revalue(string file, int attempt) => null;
    }

    private sealed record AssumedPass(int Number) : Pass($"assumed-{Number}", true)
    {
        public override Revalue Revalue(string file, int attempt) => new Assumptions(file, Number, attempt).Revalue;
    }

    private sealed record PriorPass(int Number) : Pass($"prior-{Number}", true)
    {
        public override Revalue Revalue(string file, int attempt) => figure => Of(figure, file, attempt);

        private Figure Of(Figure figure, string file, int attempt)
        {
            if (figure.Coefficient is null || !Assumptions.IsDrawn(figure))
            {
                return figure;
            }
            var bits = new Kernel.Draw(0, 0, Purpose.Named("prior/" + Assumptions.PathIn(file, figure))).At((uint)Number, 0, attempt);
            var share = Kernel.Draw.UnitDouble(bits.A, bits.B);

            // What was fitted goes back to the range that it was sought in.
            var (low, high) = figure.Prior is [var least, _, var most] ? (least, most) : (figure.Low!.Value, figure.High!.Value);
            return figure with { Value = low + share * (high - low) };
        }
    }
}

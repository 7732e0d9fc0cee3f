using System.Runtime.Intrinsics;
using CsCheck;
using Glasshouse.Kernel;
using Xunit;

namespace Glasshouse.Tests.Kernel;

public sealed class ElementaryTests
{
    [Fact]
    public void Single_exp_keeps_its_bound_over_the_whole_range()
    {
        // A step that is no round number, so that the arguments fall everywhere between powers of two.
        double worst = 0;
        for (var x = Elementary.LeastExponent; x <= Elementary.GreatestExponent; x += 0.000173f)
        {
            worst = Math.Max(worst, Math.Abs(Elementary.Exp(x) / Math.Exp(x) - 1));
        }

        Assert.InRange(worst, 0, 1.2e-7);
    }

    [Fact]
    public void Single_log_keeps_its_bound_over_all_exponents()
    {
        double worst = 0;
        for (var bits = 0x0080_0000; bits < 0x7F80_0000; bits += 2039)
        {
            var x = BitConverter.Int32BitsToSingle(bits);
            worst = Math.Max(worst, Math.Abs(Elementary.Log(x) / Math.Log(x) - 1));
        }

        for (var x = 0.99f; x < 1.01f; x = MathF.BitIncrement(x))
        {
            worst = x == 1 ? worst : Math.Max(worst, Math.Abs(Elementary.Log(x) / Math.Log(x) - 1));
        }

        Assert.InRange(worst, 0, 1.5e-7);
    }

    [Fact]
    public void Double_exp_and_log_keep_their_bound()
    {
        double worst = 0;
        for (var x = -708.0; x < 709; x += 0.0017321)
        {
            worst = Math.Max(worst, Math.Abs(Elementary.Exp(x) / Math.Exp(x) - 1));
        }

        for (var x = 1e-320; x < 1e308; x *= 1.00173)
        {
            worst = Math.Max(worst, Math.Abs(Elementary.Log(x) / Math.Log(x) - 1));
        }

        Assert.InRange(worst, 0, 4.5e-16);
    }

    [Fact]
    public void Sixteen_exps_and_logs_have_the_bits_of_the_scalar_form() =>
        Gen.Float.Array[16].Sample(x =>
        {
            var (exp, log) = (Elementary.Exp(Vector512.Create(x)), Elementary.Log(Vector512.Create(x)));
            return Enumerable.Range(0, 16).All(i => Same(exp[i], Elementary.Exp(x[i])) && Same(log[i], Elementary.Log(x[i])));
        });

    [Fact]
    public void Sixteen_exps_and_logits_have_the_bits_of_the_scalar_form_where_they_matter() =>
        Gen.Float[-100f, 100f].Array[16].Sample(x =>
        {
            var (exp, expit) = (Elementary.Exp(Vector512.Create(x)), Elementary.Expit(Vector512.Create(x)));
            return exp == Elementary.ExpNarrow(Vector512.Create(x))
                && Enumerable.Range(0, 16).All(i => Same(exp[i], Elementary.Exp(x[i])) && Same(expit[i], Elementary.Expit(x[i])));
        });

    [Fact]
    public void Ends_are_held_and_special_values_are_settled()
    {
        Assert.Equal(1f, Elementary.Exp(0f));
        Assert.Equal(0f, Elementary.Log(1f));
        Assert.Equal(Elementary.Exp(Elementary.LeastExponent), Elementary.Exp(float.NegativeInfinity));
        Assert.Equal(Elementary.Exp(Elementary.GreatestExponent), Elementary.Exp(float.PositiveInfinity));
        Assert.Equal(Elementary.Exp(Elementary.LeastExponent), Elementary.Exp(float.NaN));
        Assert.Equal(Elementary.Log(1.17549435e-38f), Elementary.Log(0f));
        Assert.Equal(1.0, Elementary.Exp(0.0));
        Assert.Equal(0.0, Elementary.Log(1.0));
        Assert.Equal(double.NegativeInfinity, Elementary.Log(0.0));
        Assert.True(double.IsNaN(Elementary.Log(-1.0)));
        Assert.Equal(0.5f, Elementary.Expit(0f));
        Assert.Equal(0.5, Elementary.Expit(0.0));
    }

    [Theory]
    [InlineData(2, 10, 1024)]
    [InlineData(9, 0.5, 3)]
    [InlineData(0, 2, 0)]
    [InlineData(0, 0, 1)]
    [InlineData(0.3, 0.88, 0.34663)]
    public void Powers_come_out(double x, double y, double power) => Assert.Equal(power, Elementary.Pow(x, y), 5);

    private static bool Same(float left, float right) =>
        BitConverter.SingleToInt32Bits(left) == BitConverter.SingleToInt32Bits(right);
}

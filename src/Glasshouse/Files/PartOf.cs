namespace Glasshouse.Files;

/// <summary>
/// On a figure, or on the word that keys it: the mechanism that it is a coefficient of, and the value at which the mechanism does nothing.
/// </summary>
/// <param name="mechanism">A word of the list of mechanisms.</param>
/// <param name="off">The value that turns it off.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field, AllowMultiple = false)]
public sealed class PartOfAttribute(object mechanism, double off = 0) : Attribute
{
    public Coefficient Coefficient { get; } = new(Spelling.Kebab(mechanism.ToString()!), off);
}

/// <summary>What a figure is a coefficient of.</summary>
/// <param name="Mechanism">The mechanism, as files write it.</param>
/// <param name="Off">The value at which it does nothing.</param>
public readonly record struct Coefficient(string Mechanism, double Off);

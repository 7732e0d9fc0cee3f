namespace Glasshouse.Acting;

/// <summary>
/// The image motive: being seen in a good or bad light counts by how visible it is and by how much one minds (Benabou and Tirole 2006;
/// Ali and Benabou, Image versus information, in which the private motive and the concern for image add up).
/// </summary>
public static class Image
{
    /// <summary>How much of the image motive is at work for one person, 0 to 1.</summary>
    /// <param name="visibility">Chance that others see, 0 to 1.</param>
    /// <param name="concern">Normal score of what the person minds; mean weight one half.</param>
    public static float Of(float visibility, float concern) => visibility * Math.Clamp(0.5f + 0.25f * concern, 0, 1);
}

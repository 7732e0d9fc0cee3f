namespace Glasshouse.Cli;

/// <summary>What <c>glasshouse</c> alone prints.</summary>
internal static class FirstPage
{
    public static int Write(TextWriter page)
    {
        page.WriteLine("""
            Glasshouse: an open laboratory for social credit systems.
            Real rule books, invented people, and what the one changes for the other.

            Three things to do first:

              ./glasshouse run wendeng-2020     what the rules of Wendeng change in a synthetic society
              ./glasshouse check wendeng-2020   how much of that rule book is modelled, and what it rests on
              ./glasshouse list regimes         what else can be run

            './glasshouse --help' shows everything.
            """);
        return Exit.Done;
    }
}

using System.Reflection;
using Glasshouse.Acting;
using Glasshouse.Engine;
using Glasshouse.Lab;
using Glasshouse.Living;
using Glasshouse.Observing;
using Glasshouse.Population;
using Glasshouse.Recording;
using Glasshouse.Responding;
using Glasshouse.Scoring;
using Glasshouse.Tests.Tidy;
using Xunit;

namespace Glasshouse.Tests.Boundary;

/// <summary>No real person, ever: there is no call that takes a person, an act, a record or a dossier from outside.</summary>
public sealed class BoundaryTests
{
    // What describes one person or what one person did, was seen doing, or is believed to have done.
    private static readonly Type[] Personal =
    [
        typeof(Roster), typeof(Situation), typeof(Mind), typeof(Act), typeof(Acts), typeof(Candidates),
        typeof(Glasshouse.Observing.Finding), typeof(Sighting), typeof(Sightings), typeof(Ledger), typeof(Dossiers),
        typeof(Entered), typeof(Standing), typeof(Contribution), typeof(GradeChange), typeof(PublicAct), typeof(Met),
        typeof(Twin), typeof(District),
    ];

    // How a caller from outside starts and drives a model. The phases' own functions work on the columns of a district; a district
    // draws its people itself, and a history and a replay build their districts themselves.
    private static readonly Type[] Doors = [typeof(RunPlan), typeof(History), typeof(Replay), typeof(Crew), typeof(BaseRates)];

    [Fact]
    public void Nothing_public_that_starts_a_model_takes_a_person_or_what_one_did() =>
        Tree.None(Doors.SelectMany(TakesPersonal));

    [Fact]
    public void A_district_is_made_of_nothing_but_a_plan_a_seed_a_number_and_a_size() =>
        Assert.Equal(["RunPlan", "UInt64", "UInt32", "Int32"],
            Assert.Single(typeof(District).GetConstructors()).GetParameters().Select(p => p.ParameterType.Name));

    // The laboratory shows districts that it has drawn itself; to look at one is allowed, to bring one is not possible (above).
    [Fact]
    public void Nothing_public_in_the_laboratory_takes_a_person_or_what_one_did() =>
        Tree.None(typeof(RunRequest).Assembly.GetExportedTypes().SelectMany(TakesPersonal));

    [Theory]
    [InlineData(999)]
    [InlineData(1)]
    [InlineData(0)]
    [InlineData(-5)]
    public void A_society_of_fewer_than_a_thousand_people_is_refused(long people)
    {
        var request = new RunRequest { Regime = "wendeng-2020", People = people };
        var refused = Assert.Throws<RefusedException>(() => RequestCheck.Check(request));
        Assert.Contains("1,000", refused.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> TakesPersonal(Type type)
    {
        const BindingFlags Declared = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        var methods = type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared));
        return from method in methods
               where !IsWritten(method)
               from parameter in method.GetParameters()
               where Parts(parameter.ParameterType).Any(Personal.Contains)
               select $"{type.FullName}.{method.Name} takes {parameter.ParameterType.Name} {parameter.Name}";
    }

    // What the compiler writes for a record compares and copies what is there already.
    private static bool IsWritten(MethodBase method) =>
        method.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute));

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type)
        : [type];
}

namespace Glasshouse.Files;

/// <summary>The codes of faults in files. A code never changes its meaning; <c>docs/faults.md</c> explains each.</summary>
public static class FaultCode
{
    // What the reader finds in any file.
    public const string NotYaml = "GH101";
    public const string UnknownKey = "GH102";
    public const string MissingKey = "GH103";
    public const string WrongType = "GH104";
    public const string OutOfRange = "GH105";
    public const string UnknownWord = "GH106";
    public const string DuplicateKey = "GH107";
    public const string NoProvenance = "GH108";
    public const string FigureRange = "GH109";
    public const string Refused = "GH110";
    public const string Empty = "GH111";
    public const string SeveralDocuments = "GH112";
    public const string Limit = "GH113";
    public const string BadId = "GH114";
    public const string NotFound = "GH115";
    public const string ExtendsItself = "GH116";
    public const string NothingToRemove = "GH117";
    public const string OtherKind = "GH118";

    // What the check of a regime finds.
    public const string SchemaWord = "GH201";
    public const string FileName = "GH202";
    public const string GradeOrder = "GH203";
    public const string EntryGrade = "GH204";
    public const string UnknownGrade = "GH205";
    public const string UnknownConduct = "GH206";
    public const string UnknownLevel = "GH207";
    public const string Unmodelled = "GH208";
    public const string ModelledTwice = "GH209";
    public const string NeverFires = "GH210";
    public const string PointsOfRow = "GH211";
    public const string UnknownRepairTarget = "GH212";
    public const string TierOrder = "GH213";
    public const string CapsDiffer = "GH214";
    public const string GradeCount = "GH215";
    public const string NoTerm = "GH216";
    public const string Counters = "GH217";
    public const string UnknownScale = "GH219";
    public const string TriggerKind = "GH220";
    public const string UnknownEarlier = "GH221";
    public const string GroundSets = "GH222";
    public const string PointsOnList = "GH223";
    public const string NotOfFirms = "GH224";
    public const string Scales = "GH225";
    public const string Includes = "GH226";
    public const string Spending = "GH230";
    public const string AlsoHits = "GH235";
    public const string Erased = "GH236";
    public const string FollowsFrom = "GH237";
    public const string Declared = "GH238";
    public const string Attention = "GH239";
    public const string Weights = "GH240";
    public const string PhaseOrder = "GH250";
    public const string UnknownInPhase = "GH251";
    public const string PhaseWithoutChange = "GH252";
    public const string NeverInForce = "GH253";
    public const string PhaseBegins = "GH254";

    // What the check of a society finds.
    public const string Shares = "GH301";
    public const string Bands = "GH302";
    public const string Correlations = "GH303";
    public const string StandsForOne = "GH304";
    public const string UnknownTemperament = "GH305";
    public const string UnknownMember = "GH306";
    public const string TooMany = "GH307";
    public const string NoEnd = "GH308";

    // What the check of policy tests finds.
    public const string TooManyRecords = "GH501";
    public const string Identifier = "GH502";
    public const string UnknownRule = "GH503";
    public const string TestOrder = "GH504";
    public const string ExpectsNothing = "GH505";
    public const string Amount = "GH506";

    // What the check of a law file finds.
    public const string UnknownPredicate = "GH401";
    public const string UnknownLawSource = "GH402";
    public const string Day = "GH403";
    public const string ConditionShape = "GH404";

    // What the check of an evidence file finds.
    public const string FindingShape = "GH601";
    public const string ToleranceShape = "GH602";
    public const string UnknownSociety = "GH603";
    public const string UnknownRegime = "GH604";
    public const string UnknownVariable = "GH605";
    public const string UnknownIndicator = "GH606";
    public const string UnknownFigure = "GH607";
    public const string Measure = "GH608";
    public const string Years = "GH609";
}

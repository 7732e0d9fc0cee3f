using Glasshouse.Engine;
using Glasshouse.Kernel;

namespace Glasshouse.Tests.Engine;

/// <summary>A society of one district, looked at after every week.</summary>
internal static class Weekly
{
    /// <summary>Runs a plan whose people fit one district.</summary>
    public static District Run(RunPlan plan, ulong seed, Action<District, int>? afterWeek = null)
    {
        var sizes = District.Split(plan.People);
        if (sizes.Length != 1)
        {
            throw new ArgumentException("the people do not fit one district", nameof(plan));
        }
        var district = new District(plan, seed, 0, sizes[0]);
        for (var week = 0; week < plan.BurnInWeeks + plan.Weeks; week++)
        {
            if (week == plan.BurnInWeeks)
            {
                district.Fork();
            }
            district.Pass(week, null);
            afterWeek?.Invoke(district, week);
            if ((week + 1) % Calendar.Exchange == 0)
            {
                Exchange(plan, district, week / Calendar.Exchange);
            }
        }
        return district;
    }

    private static void Exchange(RunPlan plan, District district, int exchange)
    {
        district.Fold((exchange + 1) * Calendar.Exchange - 1);
        for (var t = 0; t < district.Twins.Count; t++)
        {
            var directive = Directive.Collect([district], t, plan.Society.Conducts.Count);
            History.Apply(plan, district.Twins[t], directive, district.Twins[t].Signal, 0, 1, exchange);
        }
    }
}

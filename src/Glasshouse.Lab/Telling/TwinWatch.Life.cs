using Glasshouse.Kernel;
using Glasshouse.Living;
using Glasshouse.Population;
using Glasshouse.Responding;

namespace Glasshouse.Lab.Telling;

/// <content>What opened and closed, and the ways by which the regime reaches the person.</content>
internal sealed partial class TwinWatch
{
    private Paths _reached;
    private int _neighbourUntil;

    private void TakeOccasions()
    {
        foreach (ref readonly var met in _twin.Lives.Met)
        {
            if (met.Slot != _slot)
            {
                continue;
            }
            if (met.Outcome == Outcome.Forgone)
            {
                Add(Lane.OpenAndClosed, "keeps away from a journey, a service or a purchase, for worry about the file");
                continue;
            }
            var granted = met.Outcome is Outcome.Granted or Outcome.GrantedByGrade;
            var (domain, words) = (met.Occasion, granted) switch
            {
                (Occasion.Application, true) => (Domain.Work, "finds work"),
                (Occasion.Application, false) => (Domain.Work, "is turned down for work"),
                (Occasion.LoanApplication, true) => (Domain.Loan, "is granted a loan"),
                (Occasion.LoanApplication, false) => (Domain.Loan, "is refused a loan"),
                (Occasion.Journey, false) => (Domain.Refusals, "is refused a journey by plane or fast train"),
                (Occasion.ServiceApplication, false) => (Domain.Refusals, "is refused a public service, subsidy or licence"),
                (Occasion.Benefit, false) => (Domain.Refusals, "is refused relief, an allowance or a subsidy"),
                (Occasion.Home, false) => (Domain.Refusals, "is turned down for a home to rent"),
                (Occasion.Care, false) => (Domain.Refusals, "is refused an appointment for planned care"),
                (Occasion.Deal, false) when met.Outcome == Outcome.RefusedByGrade =>
                    (Domain.Refusals, "is refused a deal by a stranger who looked"),
                (Occasion.Purchase, false) => (Domain.Refusals, "is refused a costly purchase"),
                (Occasion.Eviction, _) => (Domain.Refusals, "loses the home over unpaid rent"),
                _ => (Domain.Refusals, ""),
            };
            if (words.Length > 0)
            {
                var byGrade = met.Outcome is Outcome.GrantedByGrade or Outcome.RefusedByGrade;
                Add(Lane.OpenAndClosed, words + (byGrade ? ", because of the grade" : "") + Against(met));
                Happens(domain, 0, words);
            }
        }
        foreach (var named in _twin.Answering.Public)
        {
            TakePublic(named);
        }
    }

    // What told most against the person, as far as it is not the grade alone.
    private static string Against(in Met met) => met.Against switch
    {
        Reason.File => "; what told most against it: arrears or a default in the credit file",
        Reason.NoFile => "; what told most against it: no credit file",
        Reason.Education => "; what told most against it: little schooling",
        Reason.Income => "; what told most against it: a small income",
        Reason.WithoutWork => "; what told most against it: no work",
        Reason.LongWithoutWork => "; what told most against it: a long time without work",
        Reason.Grade when met.Outcome == Outcome.Refused => "; what told most against it: the grade",
        Reason.Others => ": others came first",
        _ => "",
    };

    // What became of the firm where the person works, and of what was found there.
    private void TakeFirm()
    {
        foreach (var failure in _twin.Books.Failures)
        {
            var own = failure.Head == _slot;
            if (own || _twin.Books.Dismissed.Contains(_slot) && _roster.Employer[_slot] == failure.Head)
            {
                Add(Lane.OpenAndClosed, own ? "the firm fails, and its people lose their work" : "the firm fails, and the work with it");
            }
        }
        foreach (var bribe in _twin.Bribery.Bribes)
        {
            if (bribe.Giver == _slot || bribe.Taker == _slot)
            {
                var what = bribe.OfRecord ? "strike out a record" : "let a finding drop";
                Add(Lane.Did, (bribe.Giver == _slot ? "pays an official to " : "takes money to ") + what);
            }
        }
        foreach (var (head, penalised) in _twin.Penalties.Ends)
        {
            if (head == _slot && !penalised)
            {
                Add(Lane.Seen, "what was found at the firm has no consequence");
            }
        }
    }

    private void TakePublic(PublicAct act)
    {
        var child = !_roster.Is(_slot, Role.Adult);
        var own = act.Slot == _slot;
        var words = act.Effect switch
        {
            Effect.NamedInPublic when own => "is named in public",
            Effect.NamedInPublic when child && IsHome(act.Slot) => "somebody at home is named in public",
            Effect.Honour when own => "receives a public honour",
            Effect.SchoolRefused when own => "a child of the household is turned away from a fee-paying school",
            Effect.SchoolRefused when child && IsHome(act.Slot) =>
                "is turned away from a fee-paying school, because of a parent's grade",
            _ => "",
        };
        if (words.Length > 0)
        {
            Add(Lane.OpenAndClosed, words);
            Happens(Domain.PublicActs, 0, words);
        }
        if (act.Effect == Effect.NamedInPublic)
        {
            Reach(act.Slot);
        }
    }

    private void TakeChanges()
    {
        var roles = _twin.Situation.Roles[_slot];
        var marks = _twin.Situation.Marks[_slot];
        var lost = _roles & ~roles;
        var gained = roles & ~_roles;
        Change((lost & RoleBits.Of(Role.Employed)) != 0, Domain.Work,
            (roles & RoleBits.Workforce) != 0 ? "loses work" : "leaves working life");
        Change((gained & RoleBits.Defaulted) != 0, Domain.Arrears, "a default is entered in the credit file");
        Change((lost & RoleBits.Defaulted) != 0, Domain.Arrears, "the default is deleted from the credit file");
        Change((lost & RoleBits.Of(Role.Borrower)) != 0, Domain.Loan, "has paid the loan off");
        Change((gained & RoleBits.Of(Role.Adult)) != 0, Domain.Work, "comes of age");
        var barred = _roster.Roles[_slot] & RoleBits.Of(Role.Driver);
        Change((lost & barred) != 0, Domain.Refusals, "loses the licence to drive, because of the grade");
        Change((gained & barred) != 0, Domain.Refusals, "may drive again");
        foreach (var (mark, words) in Arrears)
        {
            var was = (_marks & MarkBits.Of(mark)) != 0;
            var now = (marks & MarkBits.Of(mark)) != 0;
            Change(now && !was, Domain.Arrears, "falls behind: " + words);
            Change(was && !now, Domain.Arrears, "is no longer behind: " + words);
        }
        if ((marks & ~_marks & MarkBits.Of(Mark.Aware)) != 0)
        {
            Add(Lane.Believed, "knows from now on of being scored");
        }
        if ((marks & ~_marks & MarkBits.Of(Mark.Informed)) != 0)
        {
            Add(Lane.Believed, "learns that the regime is used against people");
        }
        Resists(marks, Mark.Protesting, "protests in the open", "protests no longer");
        Resists(marks, Mark.Evading, "keeps a tenth and more of what is watched out of sight", "hides less than before");
        (_roles, _marks) = (roles, marks);
    }

    private void Resists(uint marks, Mark mark, string begins, string ends)
    {
        if (((marks ^ _marks) & MarkBits.Of(mark)) != 0)
        {
            Add(Lane.Did, (marks & MarkBits.Of(mark)) != 0 ? begins : ends);
        }
    }

    private void Change(bool holds, Domain domain, string words)
    {
        if (holds)
        {
            Add(Lane.OpenAndClosed, words);
            Happens(domain, 0, words);
        }
    }

    // Somebody near was punished: the household for good, neighbours for a year.
    private void Reach(int slot)
    {
        if (slot == _slot)
        {
            return;
        }
        if (IsHome(slot))
        {
            _reached |= Paths.Household;
        }
        else if (slot / Roster.BlockSize == _slot / Roster.BlockSize)
        {
            _neighbourUntil = _week + Calendar.Year;
        }
    }

    private Paths Reached(float climate)
    {
        var penalised = MarkBits.Of(Mark.Penalised);
        var marks = _twin.Situation.Marks;
        if (_twin.Dossiers.Head(_slot) >= 0)
        {
            _reached |= Paths.OwnRecord;
        }
        if (Household().Any(other => other != _slot && (marks[other] & penalised) != 0))
        {
            _reached |= Paths.Household;
        }
        int head = _roster.Employer[_slot];
        var works = head != Roster.NoFirm && head != _slot && (_roles & RoleBits.Of(Role.Employed)) != 0;
        return _reached
            | (works && (marks[head] & penalised) != 0 ? Paths.Workplace : Paths.None)
            | (_week < _neighbourUntil ? Paths.Neighbour : Paths.None)
            | ((_marks & MarkBits.Of(Mark.Aware)) != 0 ? Paths.PublicSignal : Paths.None)
            | (_twin.Signal.Climate != climate ? Paths.Climate : Paths.None);
    }

    private bool IsHome(int slot) => _roster.Household[slot] == _roster.Household[_slot];
}

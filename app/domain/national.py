"""What holds for every municipality: national law as dated data (resources/law/)."""

from datetime import date

from app.domain.standard import LetterText, Part


class PensionAge(Part, frozen=True, kw_only=True):
    """Pension age (folkepensionsalder) of those born from a day on."""

    born_from: date
    years: int
    months: int = 0
    confirmed: bool = True


class Receipt(Part, frozen=True, kw_only=True):
    """When a sent decision is presumed received: days after sending."""

    how: str
    days: int
    unit: str
    ref: str = ""
    confirmed: bool = True


class NationalLaw(Part, frozen=True, kw_only=True):
    """The national rules and passages that letters and routing use.

    `complaint_weeks` is the citizen's time to complain; `reassessment_weeks` the authority's
    to look at its decision again and send the complaint on (retssikkerhedsloven §§ 66, 67).
    """

    format: int
    as_of: date
    elder_care_act_from: date
    pension_ages: tuple[PensionAge, ...]
    receipts: tuple[Receipt, ...]
    complaint_weeks: int
    reassessment_weeks: int
    passages: tuple[LetterText, ...] = ()

    def pension_day(self, born: date) -> date:
        """Return the day on which somebody born on `born` reaches pension age."""
        rule = max(
            (a for a in self.pension_ages if a.born_from <= born),
            key=lambda a: a.born_from,
            default=self.pension_ages[0],
        )
        months = born.month - 1 + rule.months
        year, month = born.year + rule.years + months // 12, months % 12 + 1
        try:
            return date(year, month, born.day)
        except ValueError:  # 29 February, or the 31st of a short month
            return date(year + month // 12, month % 12 + 1, 1)

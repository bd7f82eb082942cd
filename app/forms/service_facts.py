"""What the standard says of a service, heading by heading, to be read when it is asked for."""

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.standard import Package, Service, Standard
from app.widgets.card import text_label
from app.widgets.number_field import write_number


class ServiceFacts(QWidget):
    """The headings of the catalogue and the standard's words under each."""

    def __init__(self, service: Service, standard: Standard, on: date) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(2)
        for title, lines in facts_of(service, standard, on):
            column.addWidget(text_label(title, "label"))
            column.addWidget(text_label("\n".join(lines), "body"))
            column.addSpacing(6)


def facts_of(service: Service, standard: Standard, on: date) -> list[tuple[str, list[str]]]:
    """Return the headings that the standard says something under, with what it says."""
    law = standard.law(service.law, on)
    packages = tuple(package_name(package) for package in packages_of(service, standard))
    said: dict[str, tuple[str, ...]] = {
        "law": (law.text if law else "",),
        "purpose": (service.purpose,),
        "who": service.who,
        "covers": service.covers,
        "exclusions": service.exclusions,
        "extent": (service.extent_text, service.time_text, *service.limits),
        "packages": packages,
        "places": (", ".join(place.name for place in service.places),),
        "duration": (service.duration_text,),
        "start": (service.start_text,),
        "stop": (service.stop_text,),
        "provider": (service.provider_text, *service.delivery),
        "provides": service.citizen_provides,
        "pays": (service.user_payment,),
    }
    headings = _headings()
    known = [(headings[key], [line for line in lines if line]) for key, lines in said.items()]
    return [(title, lines) for title, lines in known if lines]


def _headings() -> dict[str, str]:
    return {
        "law": QCoreApplication.translate("ServiceFacts", "Legal basis"),
        "purpose": QCoreApplication.translate("ServiceFacts", "Purpose"),
        "who": QCoreApplication.translate("ServiceFacts", "For whom"),
        "covers": QCoreApplication.translate("ServiceFacts", "Covers"),
        "exclusions": QCoreApplication.translate("ServiceFacts", "Does not cover"),
        "extent": QCoreApplication.translate("ServiceFacts", "How much"),
        "packages": QCoreApplication.translate("ServiceFacts", "Packages"),
        "places": QCoreApplication.translate("ServiceFacts", "Where"),
        "duration": QCoreApplication.translate("ServiceFacts", "How long"),
        "start": QCoreApplication.translate("ServiceFacts", "Start"),
        "stop": QCoreApplication.translate("ServiceFacts", "Cancelling and ending"),
        "provider": QCoreApplication.translate("ServiceFacts", "Provider"),
        "provides": QCoreApplication.translate("ServiceFacts", "The citizen provides"),
        "pays": QCoreApplication.translate("ServiceFacts", "The citizen pays"),
    }


def service_words(service: Service, standard: Standard, on: date) -> str:
    """Say the same in lines, the service's name first: what F1 tells."""
    lines = [service.name]
    for title, said in facts_of(service, standard, on):
        lines.append(f"{title}: {' '.join(said)}" if len(said) == 1 else f"{title}:")
        lines += [f"– {line}" for line in said] if len(said) > 1 else []
    return "\n".join(lines)


def packages_of(service: Service, standard: Standard) -> list[Package]:
    """Return the packages in which a service is granted."""
    return [package for package in standard.packages if package.id in service.packages]


def package_name(package: Package) -> str:
    """Name a package with its hours, where the standard gives any."""
    if package.hours_per_week is None:
        return package.name
    hours = write_number(package.hours_per_week, 2)
    return QCoreApplication.translate("ServiceFacts", "{package} ({hours} hours a week)").format(
        package=package.name, hours=hours
    )

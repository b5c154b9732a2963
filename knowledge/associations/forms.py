"""Forms of the admin: an appointment is tried on the edition in force on its first day."""

from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm

from knowledge.people.models import EducatorRecord

from .facts import check_appointment
from .models import HeadAppointment


class HeadAppointmentForm(WagtailAdminModelForm):
    """Refuses what the edition blocks; the rest of the findings become ``warnings``."""

    warnings: list[str]
    instance: HeadAppointment

    def _post_clean(self) -> None:
        # After the model's own checks: facts are read from the filled instance.
        super()._post_clean()
        self.warnings = []
        if self.errors:
            return
        for finding in check_appointment(self.instance).findings:
            words = f"{finding.message} ({finding.clause})" if finding.clause else finding.message
            if finding.level == "block":
                self.add_error(None, words)
            else:
                self.warnings.append(words)
        if not EducatorRecord.objects.filter(educator_id=self.instance.educator_id).exists():
            self.warnings.append(
                _("The educator has no closed record: education, category and experience are unchecked.")
            )

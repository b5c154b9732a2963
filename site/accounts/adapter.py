"""allauth's adapters: accounts are made by the service, not by visitors."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest

from accounts.client import client_ip


class ClosedSignupAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        return client_ip(request)


class SecondFactorAdapter(DefaultMFAAdapter):
    def build_totp_svg(self, url: str) -> str:
        """Return the QR code as an element of the page: the content policy lets no ``data:`` picture in."""
        import qrcode
        from qrcode.image.svg import SvgPathFillImage

        # It has a white ground of its own: a dark scheme must not turn it inside out.
        svg: bytes = qrcode.make(url, image_factory=SvgPathFillImage).to_string()
        return svg.decode()

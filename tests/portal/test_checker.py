"""The checker of markup must itself notice what is wrong."""

import pytest

from tests.portal.html import faults_of

GOOD = (
    "<!doctype html><html lang='ru'><head><title>Имя</title></head>"
    "<body><main><h1>А</h1>{}</main></body></html>"
)


def test_a_good_page_has_no_faults():
    assert faults_of(GOOD.format("<p>Текст</p><label for='x'>Имя</label><input id='x'>")) == []


@pytest.mark.parametrize(
    "wrong",
    [
        "<p><div></div></p>",
        "<b><i></b></i>",
        "<div>",
        "<h1>Ещё</h1>",
        "<h3>Через уровень</h3>",
        "<i id='x'></i><i id='x'></i>",
        "<i style='color:red'></i>",
        "<script>1</script>",
        "<img src='a.png'>",
        "<input id='x'>",
        "<div aria-labelledby='nowhere'></div>",
        "<ul><p></p></ul>",
        "<a href='/'><a href='/'></a></a>",
        "<img alt='' src='https://example.org/a.png'>",
        "<i class='a' class='b'></i>",
    ],
)
def test_faults_are_noticed(wrong):
    assert faults_of(GOOD.format(wrong))

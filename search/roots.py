"""Nouns whose endings Snowball takes for a verb's: «опыт» loses «ыт», «материал» loses «л».

So the singular would not find the plural of the very words this site is about.
"""

_ROOTS = """
опыт быт сбыт
материал журнал портал канал потенциал персонал идеал ритуал сериал капитал интеграл минерал сигнал финал
филиал арсенал оригинал функционал профессионал универсал терминал мемориал интервал квартал провал
экзамен обмен феномен член замен перемен смен измен
дефицит кредит лимит транзит визит аудит магнит гранит
коллектив мотив норматив актив архив интенсив массив позитив негатив креатив объектив
режим грим
систем проблем экосистем подсистем
фестивал педал медал
музе лице юбиле хокке трофе
"""
_ENDINGS = ("", "а", "у", "ы", "е", "и", "й", "ю")


def _forms() -> dict[str, str]:
    forms: dict[str, str] = {}
    for root in _ROOTS.split():
        # A bare «лице» is the form of another word.
        endings = _ENDINGS[1:] if root.endswith("е") else _ENDINGS
        forms.update((root + ending, root) for ending in endings)
    return forms


# Their stems would be those of «меню» and «болеть».
_WHOLE = ("менее", "более")

FORMS = {**_forms(), **{word: word for word in _WHOLE}}
"""Folded form to its stem; an engine with an analyser of its own takes this as its stemmer's overrides."""

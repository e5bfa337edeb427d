"""Words that say little about which problem it is, by language; those of English are in `words`."""

from __future__ import annotations

from tshoot.language.words import STOP_WORDS, word_set

_GERMAN = word_set(
    """aber als am an auch auf aus bei bin bis bitte da danke dann das dass dem den der des die doch du ein eine einem
    einen einer er es fur geht habe haben hallo hat hilfe ich ihr im in ist ja kann kein keine konnen man mein meine
    meinem meinen meiner mich mir mit nach nicht noch nur ob oder problem schon sein seit sich sie sind so um und uns
    unser vom von vor war was wenn wer wie wir wird zu zum zur"""
)
_SPANISH = word_set(
    """a al algo ayuda como con cuando de del desde donde el ella ellos en es esta este esto estoy favor gracias ha hay
    he hola la las le lo los mas me mi mis muy ni no nos o para pero por porque problema puede puedo que se si sin sobre
    son su sus tambien tengo tiene todo un una uno y ya yo"""
)
_FRENCH = word_set(
    """a ai aide au aux avec bonjour c ca ce cela ces cet cette comme d dans de depuis des du elle en est et etre eu
    fait il ils j je l la le les leur lui m ma mais me merci mes moi mon n ne nous on ont ou par pas peut peux plait
    plus pour probleme qu quand que qui s sa salut se ses si son sont sur sur ta te tout tu un une vous y"""
)
_ITALIAN = word_set(
    """a ad ai aiuto al alla anche c che chi ci ciao come con cosa da dal dalla de dei del della di dopo e ed favore gli
    grazie ha ho i il in io l la le lo ma mi mia mio ne nel nella no non o per perche piu posso problema puo quando
    questa questo qui se si sono su sul un una uno va vi"""
)
_DUTCH = word_set(
    """aan al als bij bent dan dank dat de deze die dit doe door dus een en er geen haar had hallo heb hebben heeft het
    hij hoe hulp ik in is ja je kan kunnen maar me mee met mij mijn na naar niet nog nu of om ons onze ook op probleem
    sinds te tot u uit van voor was wat we wel wij wil worden wordt zal ze zich zijn zo"""
)
_PORTUGUESE = word_set(
    """a ajuda ao aos as com como da das de depois desde do dos e ela ele em esta este estou eu favor foi ha isso isto
    ja la mais mas me meu meus minha muito na nao nas nem no nos o obrigado ola os ou para pela pelo por porque posso
    problema quando que quem se sem ser seu so sua tambem tem tenho um uma"""
)
_BY_LANGUAGE = {
    "de": _GERMAN, "en": STOP_WORDS, "es": _SPANISH, "fr": _FRENCH, "it": _ITALIAN, "nl": _DUTCH, "pt": _PORTUGUESE,
}  # fmt: skip


def stop_words(language: str) -> frozenset[str]:
    """The stop words of a language, without accents; none of one that is not in the table."""
    return _BY_LANGUAGE.get(language, frozenset())

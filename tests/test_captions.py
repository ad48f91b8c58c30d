"""What a caption is split into, and the cheap look that comes before."""

from __future__ import annotations

import pytest

from rudaw_scraper import captions
from rudaw_scraper.editions import EDITIONS


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_cheap_look_for_a_credit_lets_none_pass(edition: str) -> None:
    phrases = (*EDITIONS[edition].credit_lead_ins, *EDITIONS["english"].credit_lead_ins)
    for phrase in phrases:
        for lead_in in (phrase, phrase.upper(), phrase.lower(), phrase.title()):
            for text in (
                f"Words of it. {lead_in}: A. Name",
                f"{lead_in} ：AP",
                f"(words {lead_in} : AP.)",
                f"{lead_in} A",
            ):
                found = captions._credit_pattern(edition).search(text) is not None
                assert captions.has_credit(text, edition) is found, text
    assert not captions.has_credit("He said: we go home", edition)

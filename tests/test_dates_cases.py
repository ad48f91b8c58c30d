"""Printed dates and what they mean, one row each; expected days are worked out by hand.

A want with a "T" is a point in time on the site's clock (or with its own offset), without one a day; None: no date.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from rudaw_scraper.dates import BAGHDAD, Order, ParsedDate, parse_date, readings

SHARED_CASES = Path(__file__).resolve().parents[2] / "shared" / "facts" / "date-cases.jsonl"

#: Friday, noon on the site's clock.
CAPTURED = datetime(2021, 6, 4, 12, tzinfo=BAGHDAD)

NUMERIC = [
    ("1/2/2019", "DMY", "2019-02-01"),
    ("1/2/2019", "MDY", "2019-01-02"),
    ("01/02/2019", "DMY", "2019-02-01"),
    ("9-11-2018", "DMY", "2018-11-09"),
    ("9.11.2018", "DMY", "2018-11-09"),
    ("09.11.2018", "MDY", "2018-09-11"),
    ("9 / 11 / 2018", "DMY", "2018-11-09"),
    ("30/4/2021", "DMY", "2021-04-30"),
    ("30/4/2021", "MDY", None),
    ("4/30/2021", "DMY", None),
    ("4/30/2021", "MDY", "2021-04-30"),
    ("4/30/2021", None, "2021-04-30"),
    ("30/4/2021", None, "2021-04-30"),
    ("5/5/2020", None, "2020-05-05"),
    ("4/5/2020", None, None),
    ("4/12/2021", None, "2021-04-12"),  # 4 December is after the capture
    ("12/4/2021", None, "2021-04-12"),
    ("12/4/2021", "MDY", None),  # the same, now asked for
    ("5/6/2021", "DMY", "2021-06-05"),  # a reader further east is a day ahead
    ("6/6/2021", "DMY", None),
    ("2/2/2031", "DMY", None),
    ("9/11/18", "DMY", "2018-11-09"),
    ("9-11-18", "DMY", "2018-11-09"),
    ("9/11/68", "DMY", None),
    ("9/11/018", "DMY", None),
    ("9/11/0018", "DMY", None),
    ("9/11/1018", "DMY", None),
    ("9/11/20188", "DMY", None),
    ("9/11-2018", "DMY", None),
    ("30/2/2020", "DMY", None),
    ("29/2/2020", "DMY", "2020-02-29"),
    ("29/2/2021", "DMY", None),
    ("0/5/2019", "DMY", None),
    ("5/0/2019", "DMY", None),
    ("5/13/2019", "DMY", None),
    ("31/11/2019", "DMY", None),
    ("02-23-04", "DMY", None),
    ("2018/11/9", "MDY", "2018-11-09"),
    ("2018.11.09", "DMY", "2018-11-09"),
    ("2018-11-9", None, "2018-11-09"),
    ("2018-13-09", "DMY", None),
    ("2018-09-31", "DMY", None),
]

CLOCKS = [
    ("9/11/2018 4:05:09 PM", "MDY", "2018-09-11T16:05:09"),
    ("9/11/2018 4:05:09 PM", "DMY", "2018-11-09T16:05:09"),
    ("9/11/2018 12:00:00 AM", "MDY", "2018-09-11T00:00:00"),
    ("9/11/2018 12:30:00 PM", "MDY", "2018-09-11T12:30:00"),
    ("9/11/2018 4:05 pm", "MDY", "2018-09-11T16:05:00"),
    ("9/11/2018 4:05 p.m.", "MDY", "2018-09-11T16:05:00"),
    ("9/11/2018 4:05PM", "MDY", "2018-09-11T16:05:00"),
    ("9/11/2018, 16:05", "DMY", "2018-11-09T16:05:00"),
    ("09/11/2018 - 16:05", "DMY", "2018-11-09T16:05:00"),
    ("09/11/2018 | 16:05", "DMY", "2018-11-09T16:05:00"),
    ("16:05 09/11/2018", "DMY", "2018-11-09T16:05:00"),
    ("16:05 - 09/11/2018", "DMY", "2018-11-09T16:05:00"),
    ("4:05 PM, 9 November 2018", None, "2018-11-09T16:05:00"),
    ("9/11/2018 16:05 PM", "DMY", None),
    ("9/11/2018 0:05 AM", "DMY", None),
    ("9/11/2018 24:00", "DMY", None),
    ("9/11/2018 25:00", "DMY", None),
    ("9/11/2018 12:60", "DMY", None),
    ("9/11/2018 12:59:60", "DMY", None),
    ("2018-11-09 16:05", "DMY", "2018-11-09T16:05:00"),
    ("2018-11-09T16:05:09", "DMY", "2018-11-09T16:05:09"),
    ("2018-11-09T16:05:09.123", "DMY", "2018-11-09T16:05:09.123000"),
    ("2018-11-09T16:05:09.1234567Z", "DMY", "2018-11-09T16:05:09.123456+00:00"),
    ("2018-11-09T16:05Z", "DMY", "2018-11-09T16:05:00+00:00"),
    ("2018-11-09T16:05:09-0500", "DMY", "2018-11-09T16:05:09-05:00"),
    ("2018-11-09T16:05:09+03", "DMY", "2018-11-09T16:05:09+03:00"),
    ("2018-11-09 16:05:09 UTC", "DMY", "2018-11-09T16:05:09+00:00"),
    ("2018-11-09 16:05 GMT+3", "DMY", "2018-11-09T16:05:00+03:00"),
    ("2018-11-09T16:05:09+99:00", "DMY", None),
    ("Fri, 09 Nov 2018 16:05:09 +0300", None, "2018-11-09T16:05:09+03:00"),
    ("Fri, 09 Nov 2018 16:05:09 GMT", None, "2018-11-09T16:05:09+00:00"),
    ("9/11/2018 4:05 PM IST", "DMY", "2018-11-09"),  # three zones are called IST: the day alone
    ("5/7/2005 10:00", "DMY", "2005-07-05T10:00:00+04:00"),  # summer time
    ("5/1/2005 10:00", "DMY", "2005-01-05T10:00:00+03:00"),
    ("2018-11-09T16:05:09 4", "DMY", None),
]

ENGLISH = [
    ("9 November 2018", "2018-11-09"),
    ("09 Nov 2018", "2018-11-09"),
    ("9 Nov. 2018", "2018-11-09"),
    ("9-Nov-2018", "2018-11-09"),
    ("9/Nov/2018", "2018-11-09"),
    ("9th November 2018", "2018-11-09"),
    ("9th of November, 2018", "2018-11-09"),
    ("November 9, 2018", "2018-11-09"),
    ("November 9th, 2018", "2018-11-09"),
    ("Nov 9 2018", "2018-11-09"),
    ("NOVEMBER 9, 2018", "2018-11-09"),
    ("Sept. 9, 2018", "2018-09-09"),
    ("2018 Nov 9", "2018-11-09"),
    ("2018-Nov-09", "2018-11-09"),
    ("Friday, November 9, 2018", "2018-11-09"),
    ("Fri 9 Nov 2018", "2018-11-09"),
    ("on Friday, 9 November 2018", "2018-11-09"),
    ("Monday, November 9, 2018", None),  # it was a Friday
    ("Friday 9/11/2018", "2018-11-09"),  # and no Tuesday, 11 September
    ("Tuesday 9/11/2018", "2018-09-11"),
    ("9 November 2018 - 16:05", "2018-11-09T16:05:00"),
    ("9 November 2018, 16:05", "2018-11-09T16:05:00"),
    ("Nov 9, 2018 at 4:05 PM", "2018-11-09T16:05:00"),
    ("Nov 9, 2018 at 4 PM", "2018-11-09T16:00:00"),
    ("Friday, November 9, 2018 4:05:09 PM", "2018-11-09T16:05:09"),
    ("31 November 2018", None),
    ("November 31, 2018", None),
    ("29 February 2019", None),
    ("0 May 2019", None),
    ("9 November", None),
    ("November 2018", None),
    ("November 9", None),
    ("9 November 218", None),
    ("9 Smarch 2018", None),
    ("1 hour ago", "2021-06-04T11:00:00"),
    ("an hour ago", "2021-06-04T11:00:00"),
    ("a minute ago", "2021-06-04T11:59:00"),
    ("one minute ago", "2021-06-04T11:59:00"),
    ("45 seconds ago", "2021-06-04T11:59:15"),
    ("12 mins ago", "2021-06-04T11:48:00"),
    ("13 Hours Ago", "2021-06-03T23:00:00"),
    ("3h ago", "2021-06-04T09:00:00"),
    ("2 days ago", "2021-06-02"),
    ("a day ago", "2021-06-03"),
    ("3 weeks ago", "2021-05-14"),
    ("3 months ago", "2021-03-04"),
    ("2 years ago", "2019-06-04"),
    ("9999 years ago", None),
    ("99999 hours ago", None),
    ("yesterday", "2021-06-03"),
    ("Yesterday at 10:19", "2021-06-03T10:19:00"),
    ("yesterday, 10:19 PM", "2021-06-03T22:19:00"),
    ("today 9:05", "2021-06-04T09:05:00"),
    ("yesterday at 10:79", None),
    ("just now", "2021-06-04"),
    ("a few seconds ago", "2021-06-04"),
    ("Fri 9 Nov 2018 16.05 GMT", "2018-11-09T16:05:00+00:00"),
    ("9 Nov 2018 16.05 BST", "2018-11-09"),
    ("Updated 10:15 PM ET, Fri November 9, 2018", "2018-11-09"),
    ("Fri Nov 09 2018 16:05:09 GMT+0300", "2018-11-09T16:05:09+03:00"),
    ("9 November 1018", None),
    ("tomorrow", None),
    ("tomorrow at 10:19", None),
    ("in 2 days", None),
    ("3 hours from now", None),
]

SORANI = [
    ("9ی تشرینی دووەمی 2018", "2018-11-09"),
    ("٩ی تشرینی دووەمی ٢٠١٨", "2018-11-09"),
    ("۹ی تشرینی دووەمی ۲۰۱۸", "2018-11-09"),
    ("25ـی ئایاری 2020", "2020-05-25"),
    ("رۆژی دووشەممە، 25ی ئایاری 2020", "2020-05-25"),
    ("رۆژی یەکشەممە، 25ی ئایاری 2020", None),
    ("6ی نیسانی 2009دا", "2009-04-06"),
    ("6ی نیسانی ساڵی 2009", "2009-04-06"),
    ("6ی مانگی نیسانی 2009", "2009-04-06"),
    ("6 نیسان 2009", "2009-04-06"),
    ("6-ی نیسانی 2009", "2009-04-06"),
    ("6ی ئازاری 2009", "2009-03-06"),
    ("6ی شوباتی 2009", "2009-02-06"),
    ("6ی مایسی 2009", "2009-05-06"),
    ("6ی حوزەیرانی 2009", "2009-06-06"),
    ("6ی حوزێرانی 2009", "2009-06-06"),
    ("6ی حوزیرانی 2009", "2009-06-06"),
    ("6ی تەمووزی 2009", "2009-07-06"),
    ("6ی تەموزی 2009", "2009-07-06"),
    ("6ی ئەیلوولی 2009", "2009-09-06"),
    ("6ی ئەیلولی 2009", "2009-09-06"),
    ("6ی تشرینی یەکەمی 2009", "2009-10-06"),
    ("6ی ئۆکتۆبەری 2009", "2009-10-06"),
    ("6ی كانوونی یەكەمی 2009", "2009-12-06"),  # Arabic kaf
    ("6ي كانونی دووه‌می 2009", "2009-01-06"),  # Arabic yeh, heh with joiner
    ("6ی گەلاوێژی 2009", None),  # a month of the solar calendar
    ("31ی نیسانی 2009", None),
    ("6ی نیسان", None),
    ("کاتژمێرێک لەمەوبەر", "2021-06-04T11:00:00"),
    ("یەک کاتژمێر لەمەوبەر", "2021-06-04T11:00:00"),
    ("5 کاژێر لەمەو بەر", "2021-06-04T07:00:00"),
    ("٥ کاژێر لەمەوبەر", "2021-06-04T07:00:00"),
    ("5 سەعات لەمەوپێش", "2021-06-04T07:00:00"),
    ("پێش 5 کاتژمێر", "2021-06-04T07:00:00"),
    ("5 کاتژمێر پێش ئێستا", "2021-06-04T07:00:00"),
    ("50 خولەک لەمەوبەر", "2021-06-04T11:10:00"),
    ("50 دەقیقە لەمەو بەر", "2021-06-04T11:10:00"),
    ("3 رۆژ لەمەوبەر", "2021-06-01"),
    ("3 ڕۆژ لەمەوبەر", "2021-06-01"),
    ("دوێنێ کاژێر 07:45", "2021-06-03T07:45:00"),
    ("دوێنێ کاتژمێر ٠٧:٤٥", "2021-06-03T07:45:00"),
    ("دوێنێ 07:45", "2021-06-03T07:45:00"),
    ("دوێنێ", "2021-06-03"),
    ("ئەمڕۆ 07:45", "2021-06-04T07:45:00"),
    ("9/11/2018 4:05 د.ن", "2018-11-09T16:05:00"),
    ("9/11/2018 4:05 پ.ن", "2018-11-09T04:05:00"),
    ("5 کاتژمێر", None),
]

KURMANJI = [
    ("9'ê Mijdara 2018'an", "2018-11-09"),
    ("9ê Mijdara 2018an", "2018-11-09"),
    ("9’ê Mijdarê 2018", "2018-11-09"),
    ("9 Mijdar 2018", "2018-11-09"),
    ("9-ê Mijdara 2018", "2018-11-09"),
    ("9'ê meha Mijdara 2018'an", "2018-11-09"),
    ("9'ê Mijdara sala 2018'an", "2018-11-09"),
    ("9'ê mijdare\u0302 2018", "2018-11-09"),  # a decomposed letter
    ("4'ê Rêbendana 2018'an", "2018-01-04"),
    ("4'ê Çileyê 2018'an", "2018-01-04"),
    ("4'ê Kanûna Paşîn a 2018'an", "2018-01-04"),
    ("4'ê Çileya Paşîn a 2018'an", "2018-01-04"),
    ("4'ê Çileya Pêşîn a 2018'an", "2018-12-04"),
    ("4'ê Kanûna Pêşîn a 2018'an", "2018-12-04"),
    ("4'ê Kanûna 2018'an", "2018-12-04"),
    ("4'ê Berfanbara 2018'an", "2018-12-04"),
    ("4'ê Sibata 2018'an", "2018-02-04"),
    ("4'ê Nîsana 2018'an", "2018-04-04"),
    ("4ê Gulana 2018an", "2018-05-04"),
    ("4ê Gulanê ya 2018an", "2018-05-04"),
    ("4'ê Tebaxa 2018'an", "2018-08-04"),
    ("4`ê Gelawêja 2018", "2018-08-04"),
    ("4’ê Îlona 2018’an", "2018-09-04"),
    ("4'ê Rezbera 2018'an", "2018-09-04"),
    ("4'ê Cotmeha 2018'an", "2018-10-04"),
    ("4'ê Çiriya Pêşîn a 2018'an", "2018-10-04"),
    ("4'ê Çiriya Paşîn a 2018'an", "2018-11-04"),
    ("4'ê Çiriya 2018'an", None),  # October or November
    ("4'ê Sermaweza 2018'an", "2018-11-04"),
    ("31'ê Nîsana 2018'an", None),
    ("4'ê Gelawêjê", None),
    ("roja înê, 9'ê Mijdara 2018'an", "2018-11-09"),
    ("Duşem, 9'ê Mijdara 2018'an", None),
    ("6 demjimêr berê", "2021-06-04T06:00:00"),
    ("6 demjimêran berê", "2021-06-04T06:00:00"),
    ("6 saet berê", "2021-06-04T06:00:00"),
    ("6 seet berê", "2021-06-04T06:00:00"),
    ("saetek berê", "2021-06-04T11:00:00"),
    ("demjimêrek berê", "2021-06-04T11:00:00"),
    ("Berî 6 demjimêran", "2021-06-04T06:00:00"),
    ("6 demjimêr berî niha", "2021-06-04T06:00:00"),
    ("20 xulek berê", "2021-06-04T11:40:00"),
    ("20 deqîqe berê", "2021-06-04T11:40:00"),
    ("2 roj berê", "2021-06-02"),
    ("rojek berê", "2021-06-03"),
    ("Duh vî demî 09:40", "2021-06-03T09:40:00"),
    ("Duh 09:40", "2021-06-03T09:40:00"),
    ("Duh saet 09:40", "2021-06-03T09:40:00"),
    ("duh di saet 09:40", "2021-06-03T09:40:00"),
    ("Îro 09:40", "2021-06-04T09:40:00"),
    ("17ê Temûz", None),
    ("9 Ağustos 2018", "2018-08-09"),  # Turkish words: a guess
    ("6 demjimêr", None),
]

ARABIC = [
    ("9 كانون الثاني 2018", "2018-01-09"),
    ("9 شباط 2018", "2018-02-09"),
    ("9 آذار 2018", "2018-03-09"),
    ("9 اذار 2018", "2018-03-09"),
    ("9 أيار 2018", "2018-05-09"),
    ("9 ايار 2018", "2018-05-09"),
    ("9 حزيران 2018", "2018-06-09"),
    ("9 آب 2018", "2018-08-09"),
    ("9 كانون الأول 2018", "2018-12-09"),
    ("9 كانون الاول 2018", "2018-12-09"),
    ("9 يناير 2018", "2018-01-09"),
    ("9 فبراير 2018", "2018-02-09"),
    ("9 مارس 2018", "2018-03-09"),
    ("9 أبريل 2018", "2018-04-09"),
    ("9 إبريل 2018", "2018-04-09"),
    ("9 مايو 2018", "2018-05-09"),
    ("9 يونيو 2018", "2018-06-09"),
    ("9 يوليو 2018", "2018-07-09"),
    ("9 أغسطس 2018", "2018-08-09"),
    ("9 سبتمبر 2018", "2018-09-09"),
    ("9 أكتوبر 2018", "2018-10-09"),
    ("9 نوفمبر 2018", "2018-11-09"),
    ("9 ديسمبر 2018", "2018-12-09"),
    ("9 جويلية 2018", "2018-07-09"),
    ("9 غشت 2018", "2018-08-09"),
    ("9 دجنبر 2018", "2018-12-09"),
    ("٩ تشرين الثاني ٢٠١٨", "2018-11-09"),
    ("9 تشرين الثاني / نوفمبر 2018", "2018-11-09"),
    ("9 تشرين الثاني (نوفمبر) 2018", "2018-11-09"),
    ("9 نوفمبر/تشرين الثاني 2018", "2018-11-09"),
    ("9 تشرين الأول / نوفمبر 2018", None),  # October / November
    ("9 نوفمبر، 2018", "2018-11-09"),
    ("9 من نوفمبر 2018", "2018-11-09"),
    ("9 نوفمبر من عام 2018", "2018-11-09"),
    ("9 نوفمبر 2018م", "2018-11-09"),
    ("الجمعة 9 نوفمبر 2018", "2018-11-09"),
    ("الجمعة، 9 تشرين الثاني 2018 16:05", "2018-11-09T16:05:00"),
    ("9 نوفمبر 2018 الساعة 4:05 مساءً", "2018-11-09T16:05:00"),
    ("9/11/2018 4:05:09 م", "2018-11-09T16:05:09"),
    ("9/11/2018 4:05:09 ص", "2018-11-09T04:05:09"),
    ("٩/١١/٢٠١٨", "2018-11-09"),
    ("‏9‏/11‏/2018", "2018-11-09"),
    ("31 نيسان 2018", None),
    ("قبل ساعة", "2021-06-04T11:00:00"),
    ("قبل ساعة واحدة", "2021-06-04T11:00:00"),
    ("قبل ساعتين", "2021-06-04T10:00:00"),
    ("منذ 3 ساعات", "2021-06-04T09:00:00"),
    ("منذ ٣ ساعات", "2021-06-04T09:00:00"),
    ("منذ ثلاث ساعات", "2021-06-04T09:00:00"),
    ("قبل 20 دقيقة", "2021-06-04T11:40:00"),
    ("قبل 5 دقائق", "2021-06-04T11:55:00"),
    ("قبل دقيقتين", "2021-06-04T11:58:00"),
    ("قبل يوم", "2021-06-03"),
    ("قبل يومين", "2021-06-02"),
    ("قبل 3 أيام", "2021-06-01"),
    ("قبل 13 يوماً", "2021-05-22"),
    ("أمس", "2021-06-03"),
    ("أمس 10:19", "2021-06-03T10:19:00"),
    ("أمس الساعة 10:19", "2021-06-03T10:19:00"),
    ("أمس في 10:19 م", "2021-06-03T22:19:00"),
    ("اليوم 10:19", "2021-06-04T10:19:00"),
    ("بعد 3 ساعات", None),
    ("3 ساعات", None),
]

TURKISH = [
    ("9 Ocak 2018", "2018-01-09"),
    ("9 Şubat 2018", "2018-02-09"),
    ("9 Mart 2018", "2018-03-09"),
    ("9 Nisan 2018", "2018-04-09"),
    ("9 Mayıs 2018", "2018-05-09"),
    ("9 MAYIS 2018", "2018-05-09"),
    ("9 Haziran 2018", "2018-06-09"),
    ("9 Ağustos 2018", "2018-08-09"),
    ("9 AĞUSTOS 2018", "2018-08-09"),
    ("9 Eylül 2018", "2018-09-09"),
    ("9 Ekim 2018", "2018-10-09"),
    ("9 Kasım 2018", "2018-11-09"),
    ("9 KASIM 2018", "2018-11-09"),
    ("9 Aralık 2018", "2018-12-09"),
    ("9 Kas 2018", "2018-11-09"),
    ("9 Kasım 2018 Cuma", "2018-11-09"),
    ("9 Kasım 2018 Cuma, 16:05", "2018-11-09T16:05:00"),
    ("Cuma, 9 Kasım 2018", "2018-11-09"),
    ("9 Kasım 2018 Pazar", None),
    ("9 Kasım 2018 saat 16:05", "2018-11-09T16:05:00"),
    ("9 Kasım 2018'de", "2018-11-09"),
    ("09.11.2018 16:05", "2018-11-09T16:05:00"),
    ("09.11.2018 4:05 ÖS", "2018-11-09T16:05:00"),
    ("09.11.2018 4:05 öö", "2018-11-09T04:05:00"),
    ("31 Kasım 2018", None),
    ("3 saat önce", "2021-06-04T09:00:00"),
    ("bir saat önce", "2021-06-04T11:00:00"),
    ("20 dakika önce", "2021-06-04T11:40:00"),
    ("20 dk önce", "2021-06-04T11:40:00"),
    ("2 gün önce", "2021-06-02"),
    ("dün", "2021-06-03"),
    ("Dün 10:19", "2021-06-03T10:19:00"),
    ("dün saat 10:19", "2021-06-03T10:19:00"),
    ("dün 10.19", "2021-06-03T10:19:00"),
    ("Bugün 10:19", "2021-06-04T10:19:00"),
    ("3 saat sonra", None),
    ("3 saat", None),
]

SURROUNDED = [
    ("By Rudaw 9/11/2018", "2018-11-09"),
    ("By The Sun 9/11/2018", "2018-11-09"),
    ("By Rudaw9/11/2018", "2018-11-09"),
    ("| 9/11/2018 |", "2018-11-09"),
    ("| 9/11/2018 | (4)", "2018-11-09"),
    ("3 hours ago | (2)", "2021-06-04T09:00:00"),
    ("A name | 9/11/2018", "2018-11-09"),
    ("A name | with a bar | 9/11/2018", "2018-11-09"),
    ("(9/11/2018)", "2018-11-09"),
    ("\u200f9/11/2018\u200e", "2018-11-09"),
    ("\u202b9/11/2018\u202c", "2018-11-09"),
    ("\ufeff9/11/2018\u200b", "2018-11-09"),
    ("  9/11/2018\n", "2018-11-09"),
    ("9\xa0November\u202f2018", "2018-11-09"),
    ("９/１１/２０１８", "2018-11-09"),
    ("9/11/2018 Photo: AP", "2018-11-09"),
    ("Published 9 November 2018", "2018-11-09"),
    ("Last updated: 9/11/2018 16:05", "2018-11-09T16:05:00"),
    ("http://example.org/9/11/2018", None),
    ("9/11/2018/3", None),
    ("19/11/2018.5", None),
]

FURNITURE = """
Seven|(7)|7|07|70|700|19.5|99|$25 million|55 percent|2017|in 2014|1553254237|22072017|0412201519|24/7|9/11|1/2
6-7|22/7|7/2017|22.7|12:00|10:19 AM|2 days|13 hours|0.578 seconds|more|a|on|to|now|may|May|march|March|sun|Sat
Friday|July|ago|hours ago|an hour|1,000|3.5.1|10.0.0.1|+964 750 123 4567|1-2-3|No. 12/2018|2017-18|2017/18|5'10"
9'ê|today's|the 9th|9th|4x4|3G|G20|F-16|U-23|50/50|||  |--|(2)|| (2)|1 of 12|Page 3 of 2018|Channel 8 2018
May 9|may 2018 be good|22 people in 2018|22 men 2018|2018 Audi 5|12 angry men 1957|mon 5|Jan Jansen|Mar 2019
""".strip()


def show(parsed: ParsedDate | None, want: str | None) -> str | None:
    """Return the reading in the notation of ``want``."""
    if parsed is None:
        return None
    if parsed.instant is None:
        return parsed.day.isoformat()
    if want is not None and ("+" in want or want.count("-") > 2):
        return parsed.instant.isoformat()
    return parsed.instant.astimezone(BAGHDAD).replace(tzinfo=None).isoformat()


def read(text: str, language: str, order: Order | None) -> ParsedDate | None:
    return parse_date(text, language=language, order=order, captured_at=CAPTURED)


@pytest.mark.parametrize(("text", "order", "want"), NUMERIC + CLOCKS)
def test_numbers(text: str, order: Order | None, want: str | None) -> None:
    assert show(read(text, "en", order), want) == want


@pytest.mark.parametrize(
    ("language", "text", "want"),
    [
        (language, *row)
        for language, rows in (
            ("en", ENGLISH),
            ("ckb", SORANI),
            ("kmr", KURMANJI),
            ("ar", ARABIC),
            ("tr", TURKISH),
            ("en", SURROUNDED),
        )
        for row in rows
    ],
)
def test_words(language: str, text: str, want: str | None) -> None:
    order: Order | None = None if "day" in text else "DMY"
    assert show(read(text, language, order), want) == want


@pytest.mark.parametrize("language", ["ckb", "kmr", "ar", "tr", "xx"])
@pytest.mark.parametrize(("text", "want"), [row for row in ENGLISH if "ago" in row[0] or "ovember" in row[0]])
def test_english_is_understood_on_every_page(language: str, text: str, want: str | None) -> None:
    assert show(read(text, language, "DMY"), want) == want


@pytest.mark.parametrize("language", ["en", "ckb", "kmr", "ar", "tr"])
@pytest.mark.parametrize("text", [text for line in FURNITURE.split("\n") for text in line.split("|")])
def test_furniture_is_no_date(language: str, text: str) -> None:
    assert read(text, language, "DMY") is None
    assert read(text, language, None) is None


@pytest.mark.skipif(not SHARED_CASES.exists(), reason="the shared cases are not beside the checkout")
def test_shared_cases() -> None:
    cases: list[dict[str, Any]] = [json.loads(line) for line in SHARED_CASES.read_text("utf-8").splitlines()]
    assert cases
    wrong = []
    for case in cases:
        captured = datetime.fromisoformat(case["captured"])
        parsed = parse_date(case["text"], language=case["lang"], order=case["order"], captured_at=captured)
        got = show(parsed, case["want"])
        if got != case["want"]:
            wrong.append((case["id"], case["text"], case["want"], got))
    assert wrong == []


def test_what_dateparser_read_is_marked_as_a_guess() -> None:
    parsed = read("9 Ağustos 2018", "kmr", None)
    assert parsed is not None
    assert (parsed.how, parsed.precision, parsed.time) == ("guess", "day", None)


@pytest.mark.parametrize(
    ("text", "order", "how", "precision"),
    [
        ("9/11/2018", "DMY", "dmy", "day"),
        ("9/11/2018 4:05 PM", "MDY", "mdy", "minute"),
        ("2018-11-09T16:05:09Z", None, "iso", "second"),
        ("9 November 2018", None, "month-name", "day"),
        ("13 hours ago", None, "relative", "hour"),
        ("13 days ago", None, "relative", "day"),
        ("2 weeks ago", None, "guess", "week"),
        ("yesterday at 4 PM", None, "day-word", "hour"),
    ],
)
def test_how_and_how_precisely(text: str, order: Order | None, how: str, precision: str) -> None:
    parsed = read(text, "en", order)
    assert parsed is not None
    assert (parsed.how, parsed.precision, parsed.raw) == (how, precision, text)


def test_both_orders() -> None:
    found = readings("4/5/2020", language="en", captured_at=CAPTURED)
    assert [(r.day.isoformat(), r.how, r.ambiguous) for r in found] == [
        ("2020-05-04", "dmy", True),
        ("2020-04-05", "mdy", True),
    ]
    (only,) = readings("4/15/2020", language="en", captured_at=CAPTURED)
    assert (only.how, only.ambiguous) == ("mdy", False)


def test_the_day_is_that_of_the_sites_clock() -> None:
    late = read("2018-11-09T21:00:00Z", "en", None)  # midnight in Baghdad
    assert late is not None
    assert late.day == date(2018, 11, 10)
    assert late.time == datetime(2018, 11, 10, tzinfo=BAGHDAD)


def test_relative_dates_count_in_the_sites_days() -> None:
    after_midnight = datetime(2021, 6, 4, 22, 30, tzinfo=UTC)  # 5 June, 1:30 in Baghdad
    for text, want in (("yesterday", 4), ("1 day ago", 4), ("1 hour ago", 5), ("2 hours ago", 4)):
        parsed = parse_date(text, language="en", captured_at=after_midnight)
        assert parsed is not None
        assert parsed.day == date(2021, 6, want)

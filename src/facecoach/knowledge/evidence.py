"""The studies and leaflets that routines point to by key: what each found, how large it was, and what it cannot say."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Study:
    """A source under its key: who and where, what was found, and its limits; the DOI where it was confirmed."""

    key: str
    cited: str
    found: str
    limits: str
    doi: str = ""


_TABLE = (
    Study(
        "E1",
        "Miyaji 2018, Complement Ther Med 41:271",
        "Five minutes of rolling one cheek raised its blood flow for ten minutes or more; after five "
        "weeks its vessels answered warmth better",
        "12 and 14 people; a roller maker took part and helped to pay",
        "10.1016/j.ctim.2018.09.009",
    ),
    Study(
        "E2",
        "Okuda 2022, Skin Res Technol 28:472",
        "After two weeks of self-massage twice a day, CT scans showed cheek tissue a few millimetres from "
        "where it had been",
        "5 people, nobody to compare with, interests not known to us",
        "10.1111/srt.13152",
    ),
    Study(
        "E3",
        "Alam 2018, JAMA Dermatology, a letter",
        "After twenty weeks of face exercise, raters saw somewhat fuller cheeks and guessed a lower age; "
        "seventeen other features they judged did not change",
        "27 began and 16 finished; no comparison; the raters were among the authors, and so was the programme's",
        "10.1001/jamadermatol.2017.5142",
    ),
    Study(
        "E4",
        "Van Borsel 2014, Aesthet Surg J 34:22",
        "A review of nine reports on face exercise: all favourable, and together not enough to go by",
        "none of the nine was randomised or controlled",
        "10.1177/1090820X13514583",
    ),
    Study(
        "E5",
        "De Vos 2013, Folia Phoniatr Logop 65:117",
        "Of all the features judged after seven weeks of four exercises, only the upper lip was rated differently",
        "18 women in two groups; an effect was not shown",
    ),
    Study(
        "E6",
        "Ahn 2025, J Cosmet Dermatol 24:e70236",
        "Eight weeks of roller or gua sha: distances on the face 2 to 3 mm shorter with both; softer "
        "muscle with the one, springier skin with the other",
        "17 and 17 people, and no group without a tool",
        "10.1111/jocd.70236",
    ),
    Study(
        "E7",
        "Rocabado's six, handed out by clinics",
        "Six small moves for tongue, jaw and neck, six times each, six times a day",
        "leaflets, not a study",
    ),
    Study(
        "E8",
        "Mulet 2007, J Orofac Pain 21:318",
        "Jaw pain eased just as much with self-care alone as with the six moves added",
        "45 people, randomised, four weeks",
        "10.11607/jofph.21.4.06",
    ),
    Study(
        "E9",
        "Kalamir 2012, JMPT 35:26, and 2013, Chiropr Man Therap 21:17",
        "Trained hands inside the mouth, twice a week for five weeks: less jaw pain than waiting; against "
        "advice and self-care better for a while, perhaps not by enough to notice",
        "93 and 46 people with a diagnosis, randomised; not self-treatment",
        "10.1186/2045-709X-21-17",
    ),
    Study(
        "E10",
        "Türp and Minagi 2001; Stelzenmüller 2016, Ann Anat 206:89",
        "One says a finger hardly reaches the lateral pterygoid, the other that it can if the way is known exactly",
        "anatomy, and open; nobody should be told they are massaging it",
    ),
    Study(
        "E11",
        "Durham 2016, J Oral Rehabil; Lindfors 2019 and 2020, JOFPH",
        "Experts put education, jaw exercise and self-massage at the core of self-care for jaw pain; "
        "exercise did better than nothing for pain on moving",
        "two are experts agreeing; the trial had 97 people",
        "10.1111/joor.12448",
    ),
    Study(
        "E12",
        "Health service pages on jaw disorders",
        "Massage sore jaw muscles, eat soft food, warm or cool them, keep the teeth apart; some signs are urgent",
        "advice for patients, not a study",
    ),
    Study(
        "E13",
        "Busse 2023, BMJ 383:e076227",
        "A guideline for jaw pain of three months and more favours coping help, therapists' hands, "
        "supervised exercise, and usual care with exercises at home",
        "about pain that has been diagnosed; the home leaflets beside it are leaflets",
        "10.1136/bmj-2023-076227",
    ),
    Study(
        "E14",
        "Teaching notes on lymph drainage",
        "Neck first, then the lower face, the upper face, and the neck again; with a list of people who should not",
        "teaching, not a study; it differs from the ten-minute routine",
    ),
    Study(
        "E15",
        "Leaflets on lymph drainage by oneself",
        "A coin's weight, stretch and let go, skin that does not redden, mostly without oil",
        "leaflets, not a study",
    ),
    Study(
        "E16",
        "A massage magazine on lymph work",
        "No lymph work on a head with an infection or unexplained swelling",
        "an expert's caution",
    ),
    Study(
        "E17",
        "Massage & Bodywork, January 2019",
        "Work inside the mouth wants training, gloves and consent; some US states restrict it",
        "a trade magazine",
    ),
    Study(
        "E18",
        "Headache clinics that teach it",
        "A minute a side with one's own finger, behind the last tooth",
        "disputed, untested, and not among our routines",
    ),
    Study(
        "E19",
        "J Med Case Reports 2021",
        "A man of 58 massaged his own neck; his heart paused and he had a stroke",
        "one person, with a narrowed artery; the reason why nothing here presses there",
        "10.1186/s13256-021-02680-1",
    ),
    Study(
        "E20",
        "Summaries on carotid massage in clinics",
        "About 7 times in 5000 the brain suffered for it; not to be done after a recent stroke or with a murmur",
        "second hand, and done by doctors on purpose",
    ),
    Study(
        "E21",
        "Hatayama 2008, Biomed Res 29:317",
        "After 45 minutes of facial massage people felt less anxious, while a sign in their heartbeat "
        "pointed to alertness",
        "32 women, nobody to compare with",
    ),
    Study(
        "E22",
        "Lally 2010, Eur J Soc Psychol 40:998",
        "A habit took from 18 to 254 days to settle, and one missed chance made no difference",
        "96 volunteers; about habits, not faces",
        "10.1002/ejsp.674",
    ),
    Study(
        "E23",
        "Hwang 2018, Aesthet Surg J 38:463",
        "Eight weeks with a device for the mouth, twice a day: two muscles measured thicker",
        "50 women, nobody to compare with; it says nothing about exercise without the device",
        "10.1093/asj/sjx238",
    ),
    Study(
        "E24",
        "Çelik Güzel 2025, Medicina 61:840",
        "After eight weeks of face yoga upper muscles measured softer, lower ones firmer",
        "12 people, before and after only",
        "10.3390/medicina61050840",
    ),
    Study(
        "E25",
        "Flament 2023, Int J Cosmet Sci 45:761",
        "Two weeks of three minutes a day with an oil: fine lines and sagging were graded lower",
        "50 women, everyone knew, nobody to compare with; oil and hands cannot be told apart",
        "10.1111/ics.12884",
    ),
    Study(
        "E26",
        "Caberlotto 2017, PLoS One e0172624",
        "A vibrating device with a cream did better than the cream alone",
        "20 and 22 women; from the maker",
        "10.1371/journal.pone.0172624",
    ),
    Study(
        "E27",
        "Lim 2021; Abe and Loenneke 2019, Cosmetics 6:50",
        "Reviews of exercise for the face: the results lean to favourable, the studies are weak",
        "read as abstracts",
    ),
    Study(
        "E28",
        "Clinics' sheets on toxin and filler",
        "Waiting times before massage run from hours to three weeks for toxin, and from two to four weeks for filler",
        "custom; surgeons say there are no good studies",
    ),
    Study(
        "E29",
        "Alam 2018, JAAD, as the press told it",
        "Using the forehead's muscles for four hours after toxin brought it on about a day sooner",
        "22 women; it is about moving, not rubbing",
    ),
    Study(
        "E30",
        "Dermatologists quoted; course notes; warning signs",
        "Pores do not open and close; the muscles of the face are thin, exercise does not thicken its skin, and "
        "no marked change of its structure has been shown; massage has five classical movements; past fifty a "
        "new headache with tender temples is urgent",
        "opinions and teaching",
    ),
)

STUDIES: dict[str, Study] = {study.key: study for study in _TABLE}

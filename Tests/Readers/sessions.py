"""The five sessions that are listened to, on the screen and in plain mode."""

# What the first picture ends with, and what every answer ends with.
FIRST_TITLE, PROMPT = "Detainer not honored, Hartford", "case> "

HARTFORD = FIRST_TITLE
LARKMERE = "Booked by ICE from jail, Larkmere"
TARNWICK = "Detainer declined, Tarnwick"


class Step:
    """A key or a typed line, with what has to be heard, and what must not be."""

    def __init__(self, keys, hear=None, never=None, move=False):
        self.keys = keys if isinstance(keys, list) else [keys]
        self.hear = hear
        self.never = never
        # A move is held to the limits of words, utterances and bytes.
        self.move = move


def down(hear, never):
    return Step("Down", hear, never, move=True)


def typing(text):
    return [*text, "Enter"]


SCREEN = {
    "find-a-case": [
        down(LARKMERE, HARTFORD), down(TARNWICK, LARKMERE),
        Step("Up", LARKMERE, TARNWICK, move=True), Step("Enter", LARKMERE),
    ],
    "follow-its-time": [
        Step("t", "Policy"), down("Apprehension", "Policy"),
        Step("Down", "Charge", "Apprehension", move=True),
    ],
    "narrow": [
        Step(["/"] + typing("outcome is declined"), "6 of 36"), down(TARNWICK, HARTFORD),
    ],
    "compare": [
        Step([":"] + typing("compare ex-002"), "What differs"),
        Step("Down", "Title", None, move=True),
    ],
    "pathways": [Step("p", "Pathways")],
    "line-up": [Step([":"] + typing("align detainer"), "lined up on"), down(LARKMERE, HARTFORD)],
}

PLAIN = {
    "find-a-case": [
        Step("list 2", LARKMERE), Step("2", LARKMERE, HARTFORD, move=True),
        Step("next", TARNWICK, LARKMERE, move=True),
    ],
    "follow-its-time": [
        Step("timeline brief", "Longest gap"), Step("next-event", "Apprehension", move=True),
    ],
    "narrow": [
        Step("filter outcome is declined", "6 of 36"),
        Step("next", TARNWICK, HARTFORD, move=True),
    ],
    "compare": [Step("compare ex-002", "there")],
    "pathways": [Step("pathways", "End of steps"), Step("1", "End of steps")],
    "line-up": [
        Step("align detainer", "Press Enter for the next"), Step("next", LARKMERE, HARTFORD, move=True),
    ],
}

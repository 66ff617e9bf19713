"""What each grade means, whatever the role: seven levels, lowest first.

The options for working towards a level stand at that level: they are for people who are not there yet.
"""

SECTIONS = ("Experiences", "Transferable skills", "Working towards this level", "Behaviours")
WAYS = ("On the job", "With others", "Formal training")
WHERE = ("My own work", "Working together", "For the university")

# Level, Grade, Description, Experiences, Transferable skills, three kinds of options, three groups of behaviours
PROFILES = [
    (
        "Apprentice",
        3,
        "Learns a trade by doing it, beside a named colleague.",
        [
            "Works through everyday tasks with somebody who knows them.",
            "Keeps a record of what was learned, for the college and for the next review.",
            "Changes team several times and meets most of the department.",
        ],
        ["Following instructions", "Asking good questions", "Keeping records"],
        (
            ["Repair, build or publish something of your own, and be ready to explain how."],
            ["Come to an open day and spend an hour with an apprentice."],
            ["English and mathematics at the level the college asks for; we help with both."],
        ),
        (
            ["Arrives prepared, and says so when something was not understood."],
            ["Treats everyone with courtesy, also when they are upset."],
            ["Knows whom the team is there for."],
        ),
    ),
    (
        "Assistant",
        4,
        "Does everyday work reliably, within clear procedures.",
        [
            "Solves known problems by the book and passes on the rest, with what was tried.",
            "Looks after a small routine of their own: a rota, a store, a set of pages.",
            "Shows new starters where things are.",
        ],
        ["Organising a day's work", "Serving customers", "Writing short and clear messages"],
        (
            ["Take over one routine and write down how it is done."],
            ["Spend a day with each team that passes work to yours."],
            [
                "A first course in the tools of the team, such as ticketing or the learning platform."
            ],
        ),
        (
            ["Keeps a promise, or says early that it will be late."],
            ["Shares the less popular work."],
            ["Keeps personal data to themselves."],
        ),
    ),
    (
        "Developing",
        5,
        "Takes on a growing range of work, and asks when something is out of the ordinary.",
        [
            "Handles cases for which the procedure needs some thought.",
            "Makes changes that a more experienced colleague checks before they go live.",
            "Deals with users, suppliers and neighbouring teams directly.",
        ],
        ["Finding causes", "Estimating time", "Explaining technical matters in plain words"],
        (
            ["Follow one difficult case from the first call to the last, whoever works on it."],
            ["Have your work reviewed, and ask to review somebody else's."],
            ["A certificate that the track values, with study time; see the skills of the track."],
        ),
        (
            ["Checks work before handing it over."],
            ["Asks for feedback and uses it."],
            ["Notices when a rule gets in users' way, and says so."],
        ),
    ),
    (
        "Skilled",
        6,
        "Works independently across the whole range of a speciality.",
        [
            "Plans and finishes work that takes weeks, and says how it is going.",
            "Decides how a thing is done; agrees with others what is done.",
            "Represents the team in a project, or supervises an apprentice.",
        ],
        ["Planning several pieces of work", "Weighing options", "Running a meeting"],
        (
            ["Own a small service or a project from the first request to everyday use."],
            ["Visit a team of the same speciality at another university."],
            ["A course on the part of the speciality that you know least."],
        ),
        (
            ["Puts right their own mistakes, in the open."],
            ["Explains the reasons along with the request."],
            ["Chooses what is good for users over what is interesting to build."],
        ),
    ),
    (
        "Senior",
        7,
        "Leads a team, or is the expert whom others ask about a service.",
        [
            "Answers for a service or a project, its quality and its cost.",
            "Sets objectives for others, or sets the technical direction that they follow.",
            "Speaks for the department with faculties and suppliers.",
        ],
        ["Delegating", "Deciding with incomplete facts", "Settling disagreements"],
        (
            ["Stand in for your manager for two weeks, with the decisions that come with it."],
            ["Ask for a mentor who leads a team in another department."],
            ["Recruitment and selection training, and the course for new line managers."],
        ),
        (
            ["Stays calm when many are waiting for an answer."],
            ["Gives credit by name, and criticism in private."],
            ["Links the team's plan with the university's, so that everyone can see how."],
        ),
    ),
    (
        "Lead",
        8,
        "Leads several teams or services, or sets the department's technical direction.",
        [
            "Plans two or three years ahead, with staff, budget and risks.",
            "Chooses between good proposals, and explains the choice to those who lose.",
            "Negotiates contracts and service levels.",
        ],
        ["Building a budget", "Leading change", "Persuading senior colleagues"],
        (
            ["Write a business case, and defend it where it is decided."],
            ["Shadow a member of the senior team through one round of planning."],
            ["A management programme, or an architect's qualification for specialists."],
        ),
        (
            ["Admits doubt, and decides all the same."],
            ["Makes room for people whom nobody has heard yet."],
            ["Gives up a plan of their own for a better one from elsewhere."],
        ),
    ),
    (
        "Head",
        9,
        "Runs a part of the department and answers for it to the university's leadership.",
        [
            "Sets aims for several years, and the means to reach them.",
            "Leads in a crisis, and in the long calm in between.",
            "Sits on the committees where money and priorities are settled.",
        ],
        ["Strategy", "Financial control", "Leading leaders"],
        (
            ["Lead a change that concerns the whole department."],
            ["Join a sector board, or be a governor of a school or charity."],
            ["A senior leadership programme, with coaching."],
        ),
        (
            ["Does in public what is expected of everybody."],
            ["Develops those who could take over."],
            ["Puts students and research first when the budget is short."],
        ),
    ),
]

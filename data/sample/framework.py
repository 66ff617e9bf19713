"""The small sheets: About, Grades and Tracks."""

ABOUT = [
    ("Title", "Digital careers at Northgate"),
    ("Institution", "Northgate University"),
    ("Owner", "Human Resources with Digital and IT Services"),
    ("Contact", "careers@northgate.example"),
    ("Vacancies", "https://jobs.northgate.example/digital"),
    ("Privacy", "https://www.northgate.example/privacy"),
    ("Feedback", "https://www.northgate.example/career-map-feedback"),
    ("Reviewed", "2026-09-01"),
    ("Licence", "Free to copy, change and share"),
    (
        "Attribution",
        "An invented example: Northgate University does not exist, and its roles describe nobody's job",
    ),
]

# Grade, Name, Note
GRADES = [
    (3, "Apprentice", "Learning at work and at college; a named colleague is always at hand."),
    (4, "Assistant", "Everyday work within clear procedures."),
    (
        5,
        "Developing",
        "A growing range of work; asks for advice when something is out of the ordinary.",
    ),
    (6, "Skilled", "Works independently across the whole range of a speciality."),
    (7, "Senior", "Leads a team or is the recognised expert for a service."),
    (
        8,
        "Lead",
        "Leads several teams or services, or sets the technical direction of the department.",
    ),
    (9, "Head", "Runs a part of the department and answers for it to the university's leadership."),
]

# Track, Group, Status, Description, Posts (a shared role counts on each of its tracks).
# No Colour column: the map chooses colours that can be told apart.
TRACKS = [
    (
        "Digital Learning",
        "Digital",
        "in consultation",
        "Helps teachers to teach well with technology and students to learn with it.",
        16,
    ),
    (
        "Developer",
        "Digital",
        "agreed",
        "Designs, builds and looks after the software that the university writes for itself.",
        16,
    ),
    (
        "Analyst",
        "Digital",
        "agreed",
        "Finds out what people need, describes it clearly and checks that the result does the job.",
        15,
    ),
    (
        "Project Manager",
        "Delivery",
        "agreed",
        "Brings change from an idea to everyday use, on time, within budget and with the people concerned.",
        13,
    ),
    (
        "Service Manager",
        "Delivery",
        "agreed",
        "Answers for IT services as their users experience them, from the first agreement to retirement.",
        10,
    ),
    (
        "Service Desk",
        "User services",
        "agreed",
        "Is the first place to turn to for help, by telephone, online and in person.",
        17,
    ),
    (
        "IT Support",
        "User services",
        "agreed",
        "Helps people where they work and study, and keeps their computers and software in order.",
        18,
    ),
    (
        "IT Engineer",
        "Infrastructure",
        "agreed",
        "Installs and maintains the devices, teaching rooms and equipment that buildings depend on.",
        16,
    ),
    (
        "Systems Infrastructure Network",
        "Infrastructure",
        "agreed",
        "Builds and runs the servers, storage and networks beneath every other service.",
        14,
    ),
    (
        "System Database Administrator",
        "Infrastructure",
        "agreed",
        "Keeps the university's databases fast, safe and recoverable.",
        13,
    ),
    (
        "IT Security",
        "Infrastructure",
        "draft",
        "Protects people, data and systems against attack and mishap, and helps others to do the same.",
        6,
    ),
]

"""Roles of the tracks Digital Learning, Developer, Analyst, Project Manager and Service Manager.

A shared role stands once, under the first of its tracks. What is left out is blank in the workbook; Status is open
and Manages people is no unless said otherwise.
"""

ROLES = [
    # Digital Learning
    {
        "Role": "Digital Apprentice",
        "Grade": 3,
        "Posts": 2,
        "Track": "Digital Learning; Developer; Analyst",
        "Also known as": "Web Apprentice; Digital Media Trainee",
        "Summary": "Learns a digital trade by doing it, with a day a week for study. Spends time with learning "
        "technologists, developers and analysts before choosing where to specialise.",
        "HERA reference": "HERA-IT-001",
        "Reports to": "Senior Developer",
    },
    {
        "Role": "Digital Learning Assistant",
        "Grade": 4,
        "Posts": 3,
        "Track": "Digital Learning",
        "Also known as": "VLE Support Assistant; E-learning Assistant",
        "Summary": "Answers everyday questions about the learning platforms and prepares course pages and recordings "
        "so that teachers can start term with everything in place.",
        "HERA reference": "HERA-IT-002",
        "Reports to": "Senior Learning Technologist",
    },
    {
        "Role": "Learning Technologist",
        "Grade": "5/6",
        "Posts": 5,
        "Track": "Digital Learning",
        "Also known as": "E-learning Officer; Learning Systems Officer",
        "Summary": "Designs online activities with teaching staff and shows them how to run these themselves. "
        "Appointed at grade 5 or 6 depending on how much of the work is done independently.",
        "HERA reference": "HERA-IT-003",
        "Reports to": "Senior Learning Technologist",
    },
    {
        "Role": "Senior Learning Technologist",
        "Grade": 7,
        "Posts": 2,
        "Track": "Digital Learning",
        "Also known as": "Senior E-learning Officer; Faculty Learning Technologist",
        "Summary": "Advises a faculty on teaching with technology and leads the projects that follow from that advice.",
        "Manages people": "yes",
        "HERA reference": "HERA-IT-004",
        "Reports to": "Digital Learning Manager",
    },
    {
        "Role": "Digital Learning Manager",
        "Grade": 8,
        "Posts": 2,
        "Track": "Digital Learning",
        "Also known as": "E-learning Manager",
        "Summary": "Leads the digital learning teams and decides with the faculties which learning platforms the "
        "university offers and how they improve.",
        "Manages people": "yes",
        "HERA reference": "HERA-IT-005",
        "Reports to": "Head of Digital Services",
    },
    {
        "Role": "Head of Digital Services",
        "Grade": 9,
        "Posts": 2,
        "Track": "Digital Learning; Developer; Analyst",
        "Also known as": "Head of Applications; Assistant Director (Information Systems)",
        "Summary": "Answers for everything digital that the university designs, builds or buys for teaching and for "
        "its own administration.",
        "Manages people": "yes",
        "HERA reference": "HERA-IT-006",
    },
    # Developer
    {
        "Role": "Junior Developer",
        "Grade": 5,
        "Posts": 4,
        "Track": "Developer",
        "Also known as": "Web Developer I; Graduate Programmer",
        "Summary": "Writes and tests small changes to existing software, with a more experienced developer reading "
        "every change before it goes live.",
        "HERA reference": "HERA-IT-007",
        "Reports to": "Senior Developer",
    },
    {
        "Role": "Developer",
        "Grade": 6,
        "Posts": 4,
        "Track": "Developer",
        "Also known as": "Web Developer II; Analyst Programmer; Applications Developer",
        "Summary": "Builds and maintains software from an agreed need to a working release. The role is the same "
        "whatever language a team happens to use.",
        "HERA reference": "HERA-IT-008",
        "Reports to": "Development Manager",
    },
    {
        "Role": "Senior Developer",
        "Grade": 7,
        "Posts": 2,
        "Track": "Developer",
        "Also known as": "Web Team Leader; Senior Analyst Programmer",
        "Summary": "Leads the design of one or more systems and reviews the work of a few developers, including "
        "their objectives.",
        "Manages people": "yes",
        "HERA reference": "HERA-IT-009",
        "Reports to": "Development Manager",
    },
    {
        "Role": "Principal Developer",
        "Grade": 8,
        "Posts": 1,
        "Track": "Developer",
        "Also known as": "Software Architect; Technical Design Authority",
        "Summary": "Sets the technical direction for the university's software and helps with the hardest problems. "
        "A specialist role: it leads by example and manages nobody, so it asks for less Performance "
        "Management than Senior Developer.",
        "HERA reference": "HERA-IT-010",
        "Reports to": "Head of Digital Services",
    },
    {
        "Role": "Development Manager",
        "Grade": 8,
        "Posts": 1,
        "Track": "Developer",
        "Also known as": "Applications Manager; Software Development Team Manager",
        "Summary": "Leads the development teams: who works on what, how people grow, and how work is promised and "
        "kept.",
        "Manages people": "yes",
        "HERA reference": "HERA-IT-011",
        "Reports to": "Head of Digital Services",
    },
    # Analyst
    {
        "Role": "Project and Analysis Officer",
        "Grade": 5,
        "Posts": 4,
        "Track": "Analyst; Project Manager",
        "Also known as": "Project Support Officer; Systems Analyst I",
        "Summary": "Supports projects and analysis alike: keeps plans and logs up to date, takes notes in workshops "
        "and draws the first version of a process.",
        "HERA reference": "HERA-IT-012",
        "Reports to": "Senior Business Analyst",
    },
    {
        "Role": "Business Analyst",
        "Grade": 6,
        "Posts": 3,
        "Track": "Analyst",
        "Also known as": "Systems Analyst II; Information Analyst",
        "Summary": "Works with a department to find out how it works today and what it needs tomorrow, and writes "
        "this down so that others can build or buy it.",
        "HERA reference": "HERA-IT-013",
        "Reports to": "Senior Business Analyst",
    },
    {
        "Role": "Senior Business Analyst",
        "Grade": 7,
        "Posts": 2,
        "Track": "Analyst",
        "Also known as": "Senior Systems Analyst",
        "Summary": "Leads the analysis of a large project or a whole business area and guides other analysts.",
        "Manages people": "yes",
        "HERA reference": "HERA-IT-014",
        "Reports to": "Lead Business Analyst",
    },
    {
        "Role": "Lead Business Analyst",
        "Grade": 8,
        "Posts": 2,
        "Track": "Analyst",
        "Also known as": "Business Analysis Manager; Enterprise Analyst",
        "Summary": "Looks across all projects for needs that several departments have in common and sets the standard "
        "for analysis at the university.",
        "Manages people": "yes",
        "HERA reference": "HERA-IT-015",
        "Reports to": "Head of Digital Services",
    },
    # Project Manager
    {
        "Role": "Assistant Project Manager",
        "Grade": 6,
        "Posts": 4,
        "Track": "Project Manager",
        "Also known as": "Project Coordinator; Junior Project Manager",
        "Summary": "Runs small projects, or a part of a large one, and agrees objectives with the people lent to it.",
        "HERA reference": "HERA-IT-016",
        "Reports to": "Programme Manager",
    },
    {
        "Role": "Project Manager",
        "Grade": 7,
        "Posts": 3,
        "Track": "Project Manager",
        "Also known as": "IT Project Leader; Implementation Manager",
        "Summary": "Takes a project from its business case to its last day, and keeps sponsor, suppliers and project "
        "team in agreement on the way.",
        "HERA reference": "HERA-IT-017",
        "Reports to": "Programme Manager",
    },
    {
        "Role": "Programme Manager",
        "Grade": 8,
        "Posts": 1,
        "Track": "Project Manager",
        "Also known as": "Portfolio Manager; Senior Project Manager",
        "Summary": "Leads a set of projects with a common aim and makes sure that the promised benefits arrive after "
        "the projects have ended.",
        "Manages people": "yes",
        "HERA reference": "HERA-IT-018",
        "Reports to": "Head of Projects and Services",
    },
    {
        "Role": "Head of Projects and Services",
        "Grade": 9,
        "Posts": 1,
        "Track": "Project Manager; Service Manager",
        "Also known as": "Head of Service Delivery",
        "Summary": "Answers for how the department brings in change and how well its services run afterwards.",
        "Manages people": "yes",
        "HERA reference": "HERA-IT-019",
    },
    # Service Manager
    {
        "Role": "Service Coordinator",
        "Grade": 6,
        "Posts": 3,
        "Track": "Service Manager",
        "Also known as": "Change and Release Officer; Service Improvement Officer",
        "Summary": "Keeps a group of services in good order: schedules changes, follows up incidents and reports how "
        "each service has done.",
        "HERA reference": "HERA-IT-020",
        "Reports to": "Service Manager",
    },
    {
        "Role": "Service Manager",
        "Grade": 7,
        "Posts": 3,
        "Track": "Service Manager",
        "Also known as": "IT Service Owner",
        "Summary": "Owns one or more services from the users' point of view and agrees with suppliers and technical "
        "teams what good looks like.",
        "HERA reference": "HERA-IT-021",
        "Reports to": "Senior Service Manager",
    },
    {
        "Role": "Service Desk Manager",
        "Grade": 7,
        "Posts": 2,
        "Track": "Service Manager; Service Desk",
        "Also known as": "Helpdesk Manager",
        "Summary": "Leads the largest team of the department, plans its rota and recruits for it all year round, and "
        "manages the desk as a service of its own.",
        "Manages people": "yes",
        "HERA reference": "HERA-IT-022",
        "Reports to": "End User Services Manager",
    },
    {
        "Role": "Senior Service Manager",
        "Grade": 8,
        "Posts": 1,
        "Track": "Service Manager",
        "Summary": "Leads the service managers and negotiates the largest contracts. The team is small and settled, "
        "so the role asks for less Hiring and Staffing than Service Desk Manager.",
        "Manages people": "yes",
        "HERA reference": "HERA-IT-023",
        "Reports to": "Head of Projects and Services",
    },
]

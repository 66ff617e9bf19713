"""Moves beside those that follow from the tracks themselves.

From one role to the next on its track the map finds its own way. Progressions are given only where a track forks
(given ones replace those found: name all of them). Both ways is meant for transfers; a secondment ends with a return.
"""

# From, To, Kind, How it happens, Both ways
MOVES = [
    # the fork of the Developer track
    (
        "Senior Developer",
        "Principal Developer",
        "progression",
        "By applying for an advertised post. The panel asks for technical decisions that others have followed.",
        "no",
    ),
    (
        "Senior Developer",
        "Development Manager",
        "progression",
        "By applying for an advertised post. Standing in for the manager during holidays is good preparation.",
        "no",
    ),
    # apprenticeships
    (
        "IT Apprentice",
        "IT Engineer",
        "apprenticeship",
        (
            "When the apprenticeship ends with an engineering placement, apprentices may apply before the post is advertised "
            "to everyone."
        ),
        "no",
    ),
    (
        "IT Apprentice",
        "Systems Officer",
        "apprenticeship",
        (
            "For apprentices who choose a systems placement in their final year. A guaranteed interview, not a guaranteed "
            "job."
        ),
        "no",
    ),
    # Digital
    (
        "Digital Learning Assistant",
        "Junior Developer",
        "step up",
        "Open to assistants who have built small tools for the learning platforms and can show their code.",
        "no",
    ),
    (
        "Learning Technologist",
        "Developer",
        "step up",
        "By applying for a post. Experience with platform extensions counts in place of earlier development work.",
        "no",
    ),
    (
        "Junior Developer",
        "Project and Analysis Officer",
        "transfer",
        "Agreed between both managers after a trial of four weeks; pay and contract stay the same.",
        "yes",
    ),
    (
        "Developer",
        "Business Analyst",
        "transfer",
        "Usually after sharing the analysis of one project. The level asked for is much the same; the skills are new.",
        "yes",
    ),
    (
        "Developer",
        "Database Administrator",
        "transfer",
        (
            "The two roles ask for the same levels, so a transfer is a matter of learning the tools. Starts with a half-day a "
            "week beside a database administrator."
        ),
        "yes",
    ),
    (
        "Senior Learning Technologist",
        "Senior Business Analyst",
        "transfer",
        "Through a vacancy in either team. Experience of working with a faculty counts on both sides.",
        "yes",
    ),
    # Delivery
    (
        "Business Analyst",
        "Assistant Project Manager",
        "secondment",
        "For the length of one project, six to twelve months, with the right to return to the old post.",
        "no",
    ),
    (
        "Service Coordinator",
        "Assistant Project Manager",
        "secondment",
        "For a project that changes a service the coordinator knows well; the old post is kept open.",
        "no",
    ),
    (
        "Senior Business Analyst",
        "Project Manager",
        "transfer",
        "Agreed when a project changes from analysis to delivery and the analyst would like to see it through.",
        "yes",
    ),
    (
        "Project Manager",
        "Service Manager",
        "transfer",
        "Often at the end of a project: the manager stays on to run the service that it created.",
        "yes",
    ),
    (
        "Project Manager",
        "Business Analyst",
        "step down",
        (
            "A choice some make in order to return to analysis or to work fewer hours. HR explains pay and pension "
            "beforehand."
        ),
        "no",
    ),
    # User services
    (
        "Service Desk Analyst",
        "IT Support Technician",
        "transfer",
        "Agreed between the two team leaders, often after a few weeks of covering for each other at the start of term.",
        "yes",
    ),
    (
        "Senior Service Desk Analyst",
        "Service Coordinator",
        "step up",
        "By applying for a post. Following major incidents through to their review is the best preparation.",
        "no",
    ),
    (
        "Service Desk Team Leader",
        "IT Support Manager",
        "step up",
        "By applying for an advertised post; leading a shift counts as experience of managing people.",
        "no",
    ),
    (
        "IT Support Officer",
        "IT Engineer",
        "transfer",
        "Agreed between both managers. A month of shadowing shows both sides whether it suits.",
        "yes",
    ),
    (
        "Senior IT Support Officer",
        "Senior IT Engineer",
        "transfer",
        "Through a vacancy, or when a faculty's support and engineering are reorganised together.",
        "yes",
    ),
    (
        "End User Services Manager",
        "Head of Projects and Services",
        "step up",
        "By open competition, inside and outside the university.",
        "no",
    ),
    # Infrastructure
    (
        "IT Support Technician",
        "Systems Officer",
        "step up",
        "By applying for a post. The out-of-hours rota is a way to get to know the systems first.",
        "no",
    ),
    (
        "Infrastructure Engineer",
        "Database Administrator",
        "transfer",
        "Agreed between both managers; a database course is paid for in the first three months.",
        "yes",
    ),
    (
        "Database Administrator",
        "Senior Database Administrator",
        "regrade",
        (
            "When the duties of the post have grown for good: jobholder, manager and HR agree on an amended job description "
            "and have it evaluated."
        ),
        "no",
    ),
    (
        "Systems Officer",
        "IT Security Analyst",
        "step up",
        "By applying for a post. Looking after updates and access rights is the usual way in.",
        "no",
    ),
    (
        "Infrastructure Engineer",
        "IT Security Analyst",
        "secondment",
        "Two places each year, six months each, with the right to return.",
        "no",
    ),
    (
        "Senior Infrastructure Engineer",
        "IT Security Analyst",
        "step down",
        "For engineers who want to change field and are ready to learn it from the start. Pay is protected for a year.",
        "no",
    ),
    (
        "IT Security Manager",
        "Infrastructure Manager",
        "transfer",
        "By agreement with the Head of Infrastructure, usually when one of the posts becomes vacant.",
        "yes",
    ),
]

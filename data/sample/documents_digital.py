"""Generic job descriptions with person specifications: Developer, Senior Developer and Business Analyst.

A document describes the role, not the post or the person. What a post adds belongs in its advert.
"""

MUST, NICE = "essential", "desirable"

# Role: parts in their order as (Section, Heading, Kind, lines)
DOCUMENTS = {
    "Developer": [
        (
            "Summary",
            "",
            "",
            ["Designs, builds and looks after software that the university writes for itself."],
        ),
        (
            "Duties",
            "1. Build software with those who will use it",
            "",
            [
                "Agree with analysts and users what a change is meant to achieve.",
                "Write code and automated tests that others can read.",
                "Show unfinished work early and often.",
            ],
        ),
        (
            "Duties",
            "2. Keep it running",
            "",
            [
                "Watch the services you own and mend them.",
                "Renew libraries and platforms before they become a risk.",
                "Take part in the rota for urgent faults.",
            ],
        ),
        (
            "Duties",
            "3. Raise the standard of the team",
            "",
            [
                "Review colleagues' changes within a day.",
                "Write down decisions and their reasons.",
                "Guide apprentices and junior developers.",
            ],
        ),
        ("Education", "", NICE, ["A degree in any subject, or an apprenticeship in software"]),
        (
            "Experience",
            "",
            MUST,
            ["Software that others use, built and looked after in any language"],
        ),
        (
            "Experience",
            "",
            NICE,
            ["Work in a team that releases every week", "Systems for teaching or research"],
        ),
        (
            "Skills",
            "",
            MUST,
            [
                "A modern programming language; ours is Python, and can be learned here",
                "Web front-end development",
                "Version control and automated testing",
                "Accessibility standards for the web",
            ],
        ),
        ("Skills", "", NICE, ["Data modelling", "Cloud platforms"]),
        (
            "Competencies",
            "Problem Solving",
            "",
            [
                "Separates what is wrong from what it looks like.",
                "Says why one way was chosen among several.",
            ],
        ),
        (
            "Competencies",
            "Building Team Spirit",
            "",
            ["Draws quieter colleagues into decisions about the design."],
        ),
    ],
    "Senior Developer": [
        (
            "Summary",
            "",
            "",
            [
                "Answers for the design of a group of services and guides the developers who work on them."
            ],
        ),
        (
            "Duties",
            "1. Design services that last",
            "",
            [
                "Choose an approach that the team can look after for years.",
                "Decide what to buy, what to build and what to switch off, together with analysts and service managers.",
                "Plan security, privacy and accessibility from the first sketch.",
            ],
        ),
        (
            "Duties",
            "2. Lead a small team of developers",
            "",
            [
                "Set objectives, review them, and give feedback in time.",
                "Share out work so that people learn from it.",
                "Sit on interview panels.",
            ],
        ),
        (
            "Duties",
            "3. Lead when something is broken",
            "",
            [
                "Bring the right people together, in whichever teams they are.",
                "Run the review afterwards, without blame.",
            ],
        ),
        ("Education", "", NICE, ["A degree in any subject"]),
        (
            "Experience",
            "",
            MUST,
            [
                "Designed a service that several people built",
                "Guided other developers, with or without being their manager",
                "Took a service through an incident and its review",
            ],
        ),
        ("Experience", "", NICE, ["Moved a service to another platform"]),
        (
            "Skills",
            "",
            MUST,
            [
                "More than one programming language; which ones matters less",
                "Web services, databases and testing",
            ],
        ),
        ("Skills", "", NICE, ["Cloud platforms", "Agile delivery in several teams at once"]),
        (
            "Competencies",
            "Problem Solving",
            "",
            [
                "Takes apart faults that cross several systems.",
                "Removes the causes of those that keep coming back.",
            ],
        ),
        (
            "Competencies",
            "Creativity",
            "",
            [
                "Finds designs that other teams take up.",
                "Lets colleagues try things, and be wrong.",
            ],
        ),
        (
            "Competencies",
            "Performance Management",
            "",
            ["Gives feedback when it can still help, welcome or not."],
        ),
    ],
    "Business Analyst": [
        (
            "Summary",
            "",
            "",
            [
                "Finds out what people need, describes it so that all agree, and checks that the result does the job."
            ],
        ),
        (
            "Duties",
            "1. Understand how the work is done today",
            "",
            [
                "Interview and observe the people who do it.",
                "Draw processes and data so that they recognise their own work.",
            ],
        ),
        (
            "Duties",
            "2. Agree what should change",
            "",
            [
                "Lead workshops in which faculties and services find one answer.",
                "Write requirements that can be tested.",
                "Put options side by side, with their costs and their benefits.",
            ],
        ),
        (
            "Duties",
            "3. See it through",
            "",
            [
                "Answer developers' and suppliers' questions within the day.",
                "Prepare acceptance tests with users.",
                "Compare the benefits with those that were promised.",
            ],
        ),
        ("Education", "", NICE, ["A business analysis certificate, or equivalent experience"]),
        ("Experience", "", MUST, ["Improved a process together with the people who use it"]),
        (
            "Experience",
            "",
            NICE,
            ["Two projects from the idea to everyday use", "University administration"],
        ),
        (
            "Skills",
            "",
            MUST,
            [
                "Requirements gathering",
                "Process mapping",
                "Data modelling",
                "Workshop facilitation",
            ],
        ),
        ("Skills", "", NICE, ["Queries on relational databases"]),
        (
            "Competencies",
            "Negotiation and Conflict Management",
            "",
            ["Agrees scope and dates with people who want different things."],
        ),
        (
            "Competencies",
            "Communication Skills",
            "",
            [
                "Writes so that a dean and a developer read the same thing.",
                "Presents to a small group and answers what it asks.",
            ],
        ),
    ],
}

"""Generic job descriptions with person specifications: Service Desk Analyst and IT Security Analyst.

The same form as in documents_digital.py.
"""

MUST, NICE = "essential", "desirable"

# Role: parts in their order as (Section, Heading, Kind, lines)
DOCUMENTS = {
    "Service Desk Analyst": [
        (
            "Summary",
            "",
            "",
            ["Is the first person whom staff and students reach when IT does not work for them."],
        ),
        (
            "Duties",
            "1. Answer calls, messages and visitors",
            "",
            [
                "Find out what the person is trying to do, and how urgent it is.",
                "Solve known problems during the first contact.",
                "Pass on the rest with what was tried and when an answer is due.",
            ],
        ),
        (
            "Duties",
            "2. Keep people informed",
            "",
            [
                "Call back as promised, also without news.",
                "Publish notices during an outage, in words anybody understands.",
            ],
        ),
        (
            "Duties",
            "3. Look after what the desk knows",
            "",
            ["Correct an article whenever it proved wrong.", "Report calls that come in clusters."],
        ),
        ("Duties", "4. Take turns in the late shift and at open days", "", []),
        (
            "Education",
            "",
            MUST,
            ["English and mathematics at GCSE grade 4, or proof of the same ability"],
        ),
        (
            "Experience",
            "",
            MUST,
            ["Helping customers in person, by telephone or in writing, in any trade"],
        ),
        ("Experience", "", NICE, ["A service desk", "Work in education"]),
        (
            "Skills",
            "",
            MUST,
            ["Everyday use of desktop operating systems", "Typing a clear record while listening"],
        ),
        (
            "Skills",
            "",
            NICE,
            ["An ITIL Foundation certificate", "A second language spoken by many of our students"],
        ),
        (
            "Competencies",
            "Communication Skills",
            "",
            [
                "Explains a step without technical words.",
                "Stays clear and friendly in the twentieth call of the morning.",
            ],
        ),
        (
            "Competencies",
            "Problem Solving",
            "",
            ["Follows the procedure, and notices when it does not fit."],
        ),
    ],
    "IT Security Analyst": [
        (
            "Summary",
            "",
            "",
            [
                "Protects people, data and systems: watches for attacks, closes weaknesses and helps others to work safely."
            ],
        ),
        (
            "Duties",
            "1. Watch and respond",
            "",
            [
                "Examine alerts and decide which are real.",
                "Contain an incident, keep the evidence and inform those affected.",
                "Take part in the on-call rota.",
            ],
        ),
        (
            "Duties",
            "2. Close weaknesses",
            "",
            [
                "Scan systems and rank what is found by risk, not by number.",
                "Agree repairs with the teams who own the systems, and check them.",
            ],
        ),
        (
            "Duties",
            "3. Advise",
            "",
            [
                "Review new services before they are bought or built.",
                "Run awareness sessions for staff and for students.",
                "Explain a risk to somebody who has to accept or reject it.",
            ],
        ),
        ("Education", "", NICE, ["A professional security certificate, or equivalent experience"]),
        (
            "Experience",
            "",
            MUST,
            [
                "Looked after systems, networks or software that others depend on",
                "Took part in the response to a security incident, or in an exercise",
            ],
        ),
        ("Experience", "", NICE, ["Work with personal or research data under contract"]),
        (
            "Skills",
            "",
            MUST,
            [
                "Network security",
                "Security monitoring tools",
                "The principles of data protection law",
            ],
        ),
        ("Skills", "", NICE, ["Scripting and automation"]),
        (
            "Competencies",
            "Interpersonal Skills",
            "",
            [
                "Tells bad news without making an enemy.",
                "Thanks the person who reported their own mistake.",
            ],
        ),
        (
            "Competencies",
            "Negotiation and Conflict Management",
            "",
            ["Finds the date for a repair that both the risk and the term allow."],
        ),
    ],
}

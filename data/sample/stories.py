"""Five stories about moves of the example map. Nobody is named, and nobody in particular is meant."""

# Title, From, To, paragraphs
STORIES = [
    (
        "Three teams in a year, then a van of my own",
        "IT Apprentice",
        "IT Engineer",
        [
            "I came at nineteen with a shoebox of repaired phones. In the first year I changed team every four months, and "
            "the desk taught me most: how to ask what somebody was trying to do.",
            "In the last placement I fitted out two lecture theatres. When it ended there was a vacancy, and apprentices "
            "were interviewed before it was advertised to everyone.",
            "The hard part was the study day in term time. What helped was a manager who put it in the rota, so that "
            "nobody had to be asked.",
        ],
    ),
    (
        "A language I did not know",
        "Developer",
        "Senior Developer",
        [
            "A senior post came up in another team. They wrote everything in a language that I had never used, and I nearly "
            "closed the page.",
            "On the map the two roles differed in six competencies, by one level each, and I could tell a story for five of "
            "them: the reviews I had led, the outage I had taken apart. The language was nowhere on that list. It belonged "
            "to this one post, and a language can be learned.",
            "I said so in the interview, and showed a small program that I had written in it over two weekends. It took me "
            "three months to be quick again. The senior part, deciding and explaining, I needed on the first day.",
        ],
    ),
    (
        "Nine months on a project, with a way back",
        "Business Analyst",
        "Assistant Project Manager",
        [
            "I had always handed my analysis over and wondered what became of it. When the timetable project needed an "
            "assistant, my manager suggested a secondment instead of a new job.",
            "We put three things in writing: the dates, who would cover for me, and that my own post would be kept.",
            "I found that I like plans and do not like chasing people, and now I know both. I went back after nine months "
            "and am better at analysis for it. Two colleagues who did the same have stayed in projects.",
        ],
    ),
    (
        "The post had grown, and the paper had not",
        "Database Administrator",
        "Senior Database Administrator",
        [
            "Over two years I had come to design the clusters, train the others and answer for recovery. My job description "
            "still spoke of nightly back-ups.",
            "At my review we went through it line by line and marked what had changed for good. My manager and the department's "
            "manager signed it, and we compared it with the senior description in the library. HR confirmed the grade "
            "four months later.",
            "My advice: keep a list all year. Being busy is no argument. Different duties are one.",
        ],
    ),
    (
        "Down a grade, into another field",
        "Senior Infrastructure Engineer",
        "IT Security Analyst",
        [
            "After fifteen years of servers I wanted to learn something from the beginning. The honest way was one grade down, "
            "and my pay was protected for a year.",
            "Some of it felt odd: colleagues with two years behind them reviewed my reports, and they were right. What I brought was that I "
            "knew how every system here had come about.",
            "Before I decided I shadowed the team for a week and had HR work out my pension. I would do both again.",
        ],
    ),
]

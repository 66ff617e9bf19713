"""How moves happen at the example university: its own processes, a paragraph a line.

The text about vacancies serves every kind of move that has none of its own.
"""

SITE = "https://www.northgate.example/careers"

# Kind, Title, paragraphs, Link
PROCESSES = [
    (
        "vacancy",
        "Applying for a post",
        [
            "Posts are graded, not people: you are appointed to a post at its grade and are not promoted in it, however "
            "good the work. A higher grade comes with another post, or when the duties of your own have changed for good.",
            "Vacancies are on the jobs page for at least two weeks. Colleagues whose post is ending are considered first.",
            "The person specification lists what the panel will ask for. Give an example for each essential criterion; it "
            "may come from any team, and from outside work too.",
            "Call the contact named in the advert before you apply. Your manager need not agree, and is asked for a "
            "reference only once you have been offered the post.",
        ],
        "https://jobs.northgate.example/digital",
    ),
    (
        "transfer",
        "Moving at the same grade",
        [
            "Two managers may agree that somebody changes to a post of the same grade without an advert, usually after "
            "a trial of about four weeks.",
            "Pay, contract and length of service stay as they are. If several people are interested, all of them can apply.",
        ],
        None,
    ),
    (
        "step down",
        "Choosing a lower grade",
        [
            "Some people choose a lower grade for a time: to change field, to work fewer hours, or to stop managing people.",
            "Apply as for any vacancy, and speak with HR about pay and pension first. The way back up is open, "
            "but it is not kept for you.",
        ],
        None,
    ),
    (
        "secondment",
        "Secondment",
        [
            "You do other work for a fixed time, usually six to twelve months: to cover a vacant post, to work on a project, "
            "or to help a team through a busy season.",
            "You have the right to return to your own post. You, your manager and the host sign the dates before you start, "
            "so that your post can be covered in the meantime.",
            "Where the work has a higher grade you are paid at that grade until you return.",
            "What you learned counts as experience when you apply for a post, extra increments or regrading.",
        ],
        f"{SITE}/secondments",
    ),
    (
        "apprenticeship",
        "Apprenticeships",
        [
            "Apprentices have a contract, a wage and a day a week for study. The first year leads through several teams.",
            "Those who pass are guaranteed an interview for a suitable vacancy, though not the job.",
            "People in post may take an apprenticeship too, up to degree level, and keep their pay and grade.",
        ],
        f"{SITE}/apprenticeships",
    ),
    (
        "regrade agreed",
        "Regrading, when all agree",
        [
            "For a post whose duties have become significantly different, for good. Doing the same duties better, or more "
            "of them, is a case for extra increments instead.",
            "You, your line manager and the department's manager agree on an amended job description, with the changes marked, "
            "and on a grade. Compare it with graded descriptions in the library.",
            "HR checks the grade, and what it means for others who share the description. Then the new grade is put into "
            "effect. Your annual review is a good moment to look through your job description.",
        ],
        f"{SITE}/regrading",
    ),
    (
        "regrade direct",
        "Regrading, when you do not agree",
        [
            "If your manager does not think that the duties have changed, or not enough, you may still propose it: amend "
            "the job description yourself, mark the changes and name a grade.",
            "Your manager confirms that it describes what you do, or sends it back with comments. Then the department's "
            "manager tries to settle the grade with both of you.",
            "If the description is agreed and the grade is not, send both to your HR partner, who decides. The outcome may "
            "be a new grade, or that duties you took on go elsewhere.",
        ],
        f"{SITE}/regrading",
    ),
    (
        "accelerated increments",
        "Extra increments",
        [
            "For a year's work clearly beyond what the grade asks for. You stay in your post and your grade, and move up the "
            "pay scale faster, up to its top.",
            "Your manager puts the case each spring. Bring examples to your annual review and ask for it.",
        ],
        f"{SITE}/increments",
    ),
    (
        "shadowing",
        "Shadowing",
        [
            "Spend up to five days beside somebody whose work interests you, in any department. It counts as working time.",
            "Ask the person first, then both managers. Write down three questions beforehand, and what you found afterwards.",
        ],
        None,
    ),
    (
        "mentoring",
        "Mentoring",
        [
            "A mentor is an experienced colleague from another department who meets you every few weeks for about a year. "
            "What is said stays between you.",
            "HR matches people in October and in March; say what you would like to get better at.",
        ],
        f"{SITE}/mentoring",
    ),
    (
        "redeployment",
        "Redeployment",
        [
            "If your post comes to an end, or you can no longer do it for reasons of health, you are put on the redeployment "
            "list and see vacancies before others do.",
            "You are interviewed if you meet the essential criteria, or could do so with reasonable training, and have "
            "a trial period of four weeks in the new post.",
        ],
        f"{SITE}/redeployment",
    ),
]

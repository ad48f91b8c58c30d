"""First names that tell a man from a woman: frequent ones in English, Kurdish, Arabic, Turkish and Persian news.

Names that both bear (Alex, Jordan, Derya, Deniz, Rojin as a surname) are left out.
"""

from __future__ import annotations

from rudaw_scraper.quotes.tables.rows import words

MALE = words(
    """
    james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony
    mark donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan
    jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank
    alexander raymond patrick jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle
    walter ethan jeremy harold keith christian roger noah gerald carl terry sean austin arthur lawrence jesse
    dylan bryan joe billy bruce albert willie gabriel logan alan juan wayne roy ralph randy eugene vincent
    russell elijah louis bobby philip johnny jim tim tom bill bob mike dave dan steve chris matt greg jeff ben
    sam nick ted ed barack mitt bernie newt marco rand jeb rick brett mitch chuck harry ron rex vladimir
    sergei dmitry emmanuel francois jean pierre hans angelo boris nigel tony gordon simon martin ian neil
    graham colin stuart craig duncan alastair ahmed ahmad mohammed muhammad mohamed mahmoud mahmud ali hassan
    hasan hussein husayn haider hadi ibrahim ismail khaled khalid omar umar osman othman abdullah abdulrahman
    abdul saad sami samir tariq walid yasser youssef yousef yusuf jamal kamal karim karwan jalal masoud masud
    massoud nechirvan nechirwan masrour barham qubad lahur bafel kosrat fuad falah jabar jabbar hoshyar rebwar
    rebaz sirwan shwan azad aram dilshad hiwa soran zana hemin ari bahram sherzad safeen shakhawan fadhil
    faraj najmaldin rizgar siamand selahattin recep tayyip mevlut mehmet ahmet mustafa kemal ismet murat emre
    burak hakan ekrem cemil salih salah saleh saeed said bashar hafez nouri adel qasem qais muqtada moqtada
    ammar hossein javad mohammad reza ebrahim ayman anwar abu idris mazloum
    """
)

FEMALE = words(
    """
    mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra
    ashley kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura
    cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine
    debra rachel carolyn janet catherine maria heather diane ruth julie olivia joyce virginia victoria kelly
    lauren christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann sara
    madison frances kathryn janice abigail alice julia judy sophia grace denise amber doris marilyn danielle
    beverly isabella theresa diana natalie brittany charlotte marie kayla alexis lori hillary ivanka melania
    kellyanne nikki carly elise jill huma chelsea loretta condoleezza susanna fiona ursula heidi sally kate
    jane anne claire lucy fatima aisha ayesha zainab zeinab khadija layla leila leyla mariam maryam nadia noor
    nour rana rania samira yasmin yasmine huda hala hanan iman amal shirin shilan shno shna vian bayan rewaz
    rezan nasrin nasreen narin nigar gulistan hevrin ilham asya feleknas figen pervin meral tansu emine ayse
    ayşe fatma zeynep elif hatice nuray gultan gültan sebahat aysel golnaz mina parvin srwa chnar tavga chiman
    jwan sozan nazdar khanzad
    """
)

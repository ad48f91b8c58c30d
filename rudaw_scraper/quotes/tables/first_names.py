"""First names that tell a man from a woman: frequent ones in English, Kurdish, Arabic, Turkish and Persian news.

Names that both bear (Alex, Jordan, Derya, Deniz, Rojin as a surname) are left out.
"""

from __future__ import annotations

from typing import Final

from rudaw_scraper.quotes.tables.rows import words

MALE: Final = words(
    """
    james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark
    donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary
    nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander raymond
    patrick jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle walter ethan jeremy
    harold keith christian roger noah gerald carl terry sean austin arthur lawrence jesse dylan bryan joe billy
    bruce albert willie gabriel logan alan juan wayne roy ralph randy eugene vincent russell elijah louis bobby
    philip johnny jim tim tom bill bob mike dave dan steve chris matt greg jeff ben sam nick ted ed barack mitt
    bernie newt marco rand jeb rick brett mitch chuck harry ron rex vladimir sergei dmitry emmanuel francois jean
    pierre hans angelo boris nigel tony gordon simon martin ian neil graham colin stuart craig duncan alastair
    ahmed ahmad mohammed muhammad mohamed mahmoud mahmud ali hassan hasan hussein husayn haider hadi ibrahim ismail
    khaled khalid omar umar osman othman abdullah abdulrahman abdul saad sami samir tariq walid yasser youssef
    yousef yusuf jamal kamal karim karwan jalal masoud masud massoud nechirvan nechirwan masrour barham qubad lahur
    bafel kosrat fuad falah jabar jabbar hoshyar rebwar rebaz sirwan shwan azad aram dilshad hiwa soran zana hemin
    ari bahram sherzad safeen shakhawan fadhil faraj najmaldin rizgar siamand selahattin recep tayyip mevlut mehmet
    ahmet mustafa kemal ismet murat emre burak hakan ekrem cemil salih salah saleh saeed said bashar hafez nouri
    adel qasem qais muqtada moqtada art bradley warren giles gord gordie doug brad todd wade dale glenn dean wes
    clint curtis marcus trevor derek darren darryl shane troy wesley leonard stanley norman clifford leon cody
    connor conor liam declan rory callum ewan hamish alec alistair angus fraser euan gareth rhys owen hugh hugo
    rupert clive barry geoff geoffrey gavin dominic damian kieran sebastian toby oliver leo max theo felix oscar
    evan gregor luke lucas mathew mathieu luc yves marc michel andre gilles jacques guy laurent thierry etienne
    olivier philippe stephane benoit alexandre francis carlos luis miguel jorge pedro pablo diego javier fernando
    manuel rafael alejandro antonio giovanni matteo lorenzo paolo giuseppe stefan klaus jurgen wolfgang heinrich
    otto lars sven erik nils mikael jens henrik ivan igor oleg yuri andrei alexei nikolai mikhail pavel viktor
    volodymyr dmytro raj rahul arjun vikram sanjay anil sunil amit harpreet jagmeet gurpreet hiroshi kenji takeshi
    kofi kwame emeka chidi tunde sipho jabulani rashid rashad majid hamid hameed nasser naser bilal faisal fahad
    sultan zaid zayed tamim hamad hisham nabil ziad fouad farid hani jalil laith raad ammar hossein javad mohammad
    reza ebrahim ayman anwar abu idris mazloum
    """
)

FEMALE: Final = words(
    """
    mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra
    ashley kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura
    cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra
    rachel carolyn janet catherine maria heather diane ruth julie olivia joyce virginia victoria kelly lauren
    christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann sara madison
    frances kathryn janice abigail alice julia judy sophia grace denise amber doris marilyn danielle beverly
    isabella theresa diana natalie brittany charlotte marie kayla alexis lori hillary ivanka melania kellyanne
    nikki carly elise jill huma chelsea loretta condoleezza susanna fiona ursula heidi sally kate jane anne claire
    lucy fatima aisha ayesha zainab zeinab khadija layla leila leyla mariam maryam nadia noor nour rana rania
    samira yasmin yasmine huda hala hanan iman amal shirin shilan shno shna vian bayan rewaz rezan nasrin nasreen
    narin nigar gulistan hevrin ilham asya feleknas figen pervin meral tansu emine ayse ayşe fatma zeynep elif
    hatice nuray gultan gültan sebahat aysel golnaz mina parvin srwa chnar tavga chiman jwan sozan nazdar khanzad
    moira opal bridget shauna tara gwen gwendolyn wendy faye doreen maureen eileen noreen colleen sheila pauline
    janine joanne joanna joann jo-anne anne-marie annemarie leanne suzanne yvonne yvette celine chantal genevieve
    isabelle josee manon melanie nathalie sylvie veronique valerie monique gabrielle renee nadine elaine lorraine
    geraldine gillian jillian hilary harriet henrietta imogen poppy daisy rosie rosemary rosalind rose lily ivy
    hazel holly iris jasmine jade amelia ava mia zoe chloe ella ellen eleanor eloise elsie edith esther eva eve
    evie freya georgia gemma ingrid irene ivana jackie jeanette jenna jenny jennie joy kara karina katie katy
    kirsten kirsty kristen kristin kristina leah leticia lena lois lola lourdes lucia lucinda lynn lynne mandy
    marcia margot marianne marjorie marlene mavis maxine mercedes meredith mildred miranda monica muriel myra naomi
    natasha nell nicola nina nora norma olga paige paula pearl penelope penny petra phoebe phyllis polly priscilla
    priya anjali deepa sunita meena kavita rita rhonda roberta rosa roxanne ruby sabrina sadie selina serena
    shannon shelley shelly sherry siobhan sonia sonya sophie stella sue susannah suzan svetlana sylvia tamara tania
    tanya tatiana tess thelma tina tracey trudy vanessa vera verity vicki vicky viola vivian wanda whitney wilma
    winifred yolanda zara zelda precious aisling antonia beatrice beatriz carmen consuelo dolores esperanza
    francesca giulia chiara elena ines inga astrid birgit gudrun hanna hannelore ilse kirsi maja annika olena
    oksana yulia yuliya natalia nataliya larisa yuki sakura akiko keiko ngozi chioma amina halima safiya sahar
    salma reem ruba lubna lina dina dalia dalal farah ghada maha mai manal mona muna nada najwa nawal rasha ruqayya
    shaimaa suha wafa zahra
    """
)

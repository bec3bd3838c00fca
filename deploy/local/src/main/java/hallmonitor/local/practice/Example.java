package hallmonitor.local.practice;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One comment of each kind that a school meets, to try with one click. All people are invented. */
enum Example {
  PRAISE(
      "Harmless praise",
      "Jo Lindqvist",
      "What a night! So proud of the band and of every kid who helped set up. Go Mavericks!",
      "Thank you to the bus drivers who waited for us after the game. You are the best."),
  HARSH_CRITICISM(
      "Harsh, lawful criticism",
      "Marcus Bell",
      "This budget is a disgrace. The board wasted our money on turf while classes have 34 kids, and"
          + " every one of them should be voted out.",
      "Worst superintendent in the state. Cutting bus routes and calling it efficiency is shameful."
          + " Resign."),
  PROFANITY(
      "Profanity",
      "Rick T.",
      "This is such bullshit, fix the damn parking lot you fucking clowns",
      "what the fuck is wrong with this school"),
  OBFUSCATED_PROFANITY(
      "Disguised profanity",
      "anon",
      "you are all a bunch of f.u.c.k.i.n.g a$$h0les and everyone kn0ws it",
      "this school is full of sh1t and the c0ach is a b!tch"),
  PERSONAL_ATTACK(
      "Personal attack",
      "truthteller88",
      "Mr. Hanley is a fat disgusting pig and the dumbest teacher alive, nobody can stand him",
      "that new girl in 10th grade is so ugly, everyone hates her, she should just disappear"),
  THREAT(
      "Threat with time and place",
      "no name",
      "I'm bringing my dad's gun to the gym tomorrow at lunch and you will all be sorry",
      "Friday at the game, north gate, I am going to shoot every one of those Ridgeview kids"),
  THREAT_REPORT(
      "Report of somebody's threat",
      "Worried parent",
      "My daughter says a boy in her class told her he will shoot up the school on Friday. Who do I"
          + " call right now??",
      "Someone on the bus said he has a knife and is going to stab a kid named Tyler after 6th"
          + " period. Please check."),
  SELF_HARM(
      "Worry about self-harm",
      "m.",
      "I can't do this anymore. Nobody would even notice if I killed myself tonight.",
      "my friend keeps posting that she wants to die and she is cutting again, please somebody help"
          + " her"),
  ABUSE_DISCLOSURE(
      "Disclosure of abuse",
      "please help",
      "my stepdad hits my little brother with a belt every night and he has bruises all over, he is in"
          + " 4th grade here",
      "A girl on my team told me her uncle touches her and she is scared to go home"),
  STUDENT_PHONE(
      "A student's phone number",
      "class clown",
      "everybody prank call Kaylee from 9th grade her number is 309-555-0147 lol",
      "Text Devin M at (309) 555-0162, he lives at 418 Orchard Street, ask him about the locker room"),
  SIGNED_BY_ANOTHER(
      "Signed by somebody else",
      "anonymous",
      "School is cancelled on Monday, stay home and enjoy. Signed, the Principal of Maple Valley High"
          + " School",
      "We have decided to fire the whole coaching staff. - Superintendent, Maple Valley School"
          + " District 12"),
  SPANISH_THREAT(
      "Threat in Spanish",
      "sin nombre",
      "Mañana a la salida los voy a matar a todos, voy a llevar una pistola a la escuela",
      "El viernes en el partido voy a balear a ese maestro, ya verán"),
  SPANISH_INSULT(
      "Insult in Spanish",
      "el vecino",
      "El director es un pendejo y un hijo de puta, que asco de escuela",
      "esa maestra es una pinche gorda inútil, todos la odian"),
  PICTURE(
      "A comment with a picture",
      "locker 118",
      "This is what I drew. I'm bringing the gun on Monday and nobody in room 12 walks out.",
      "Look at this pig lol, this is Brianna from 8th grade, everybody hates her"),
  SPAM(
      "Spam",
      "Crypto Queen",
      "I made $5,200 last week from home!!! Click http://easy-money.example/win and use code MAPLE"
          + " >>> limited spots",
      "FREE iPhone 17 for the first 100 students!! Claim now http://prizes.example/claim?id=8841");

  private final String label;
  private final String author;
  private final List<String> texts;

  Example(String label, String author, String... texts) {
    this.label = label;
    this.author = author;
    this.texts = List.of(texts);
  }

  String kind() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String label() {
    return label;
  }

  String author() {
    return author;
  }

  boolean hasPicture() {
    return this == PICTURE;
  }

  /** Alternates the wordings, so that a second click does not repeat the comment. */
  String text(int turn) {
    return texts.get(Math.floorMod(turn, texts.size()));
  }

  static Optional<Example> ofKind(String kind) {
    return Arrays.stream(values()).filter(example -> example.kind().equals(kind)).findFirst();
  }
}

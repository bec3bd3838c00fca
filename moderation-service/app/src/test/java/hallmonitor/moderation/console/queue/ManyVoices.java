package hallmonitor.moderation.console.queue;

import hallmonitor.moderation.console.seed.Seed;
import java.time.Duration;
import java.util.List;

/** Cases as a district has them on a busy morning. */
record ManyVoices(Seed seed) {
  private record Voice(String urgency, String category, String by, String saying, String word) {}

  private static final List<Voice> VOICES =
      List.of(
          new Voice(
              "immediate",
              "THREAT",
              "no name",
              "I'm bringing my dad's gun to the gym tomorrow at lunch and you will all be sorry",
              "bringing my dad's gun to the gym"),
          new Voice(
              "immediate",
              "SELF_HARM",
              "m.",
              "I can't do this anymore. Nobody would even notice if I killed myself tonight.",
              "killed myself tonight"),
          new Voice(
              "soon",
              "THREAT_REPORT",
              "Priya Raman",
              "My son says a boy in 10th grade showed people a list of names in the locker room",
              "a list of names"),
          new Voice(
              "soon",
              "CONFIDENTIAL",
              "class clown",
              "everybody prank call Kaylee from 9th grade, her number is 309-555-0147 lol",
              "309-555-0147"),
          new Voice(
              "soon",
              "BULLYING",
              "Sasha P.",
              "Devon is the dumbest kid in the whole 8th grade and everybody knows it, nobody wants you here",
              "dumbest kid"),
          new Voice(
              "soon",
              "PROFANITY",
              "Rick T.",
              "The parking lot is a fucking mess again, fix it you clowns",
              "fucking mess"),
          new Voice(
              "soon",
              "HATE",
              "truth1776",
              "These people do not belong in our schools, send them all back where they came from",
              "send them all back"),
          new Voice(
              "digest",
              "SPAM",
              "deals4u",
              "Get your cheap meds now at http://cheap-meds.example click here",
              "http://cheap-meds.example"),
          new Voice(
              "digest",
              "UNSIGNED",
              "Concerned Parent",
              "Who decided to cut the late bus? Some of us work until six and have no other way home",
              "late bus"));

  void fill() {
    for (int i = 0; i < 27; i++) {
      Voice voice = VOICES.get(i % VOICES.size());
      boolean first = i < VOICES.size();
      boolean hidden =
          !voice.category().equals("UNSIGNED") && !voice.category().equals("THREAT_REPORT");
      seed.aCase("v" + i)
          .urgency(voice.urgency())
          .by(first ? voice.by() : voice.by() + " " + i)
          .saying(
              first
                  ? voice.saying()
                  : voice.saying().replace("parking lot", "gym")
                      + " - "
                      + "abcdefghijklmnopqrstuvwxyz".substring(0, i - 6))
          .found(
              voice.category(),
              .91,
              "These words stand for it.",
              voice.word().replace("parking lot", "gym"))
          .judged(hidden ? "hide" : "review", hidden ? "2.1" : "1.1")
          .action(hidden ? "hidden" : "none", "")
          .aged(Duration.ofMinutes(7L + i * 23L))
          .there();
    }
  }
}

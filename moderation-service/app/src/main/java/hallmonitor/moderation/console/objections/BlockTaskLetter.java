package hallmonitor.moderation.console.objections;

import hallmonitor.moderation.console.access.mail.Letter;
import hallmonitor.moderation.console.language.ReaderLanguage;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.District.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The mail about what a person has to do about blocks. It names accounts and numbers, never who is
 * blocked.
 *
 * @param to the recipient; the mail is in their language
 * @param accounts those with something to do
 * @param every days until the next mail about the same
 */
record BlockTaskLetter(Person to, List<About> accounts, int every) {
  /**
   * What is to do about the blocks on one account.
   *
   * @param counts by the code of the task, as in the view {@code block_task}
   */
  record About(String account, Map<String, Long> counts) {}

  Letter with(String link) {
    List<String> lines = new ArrayList<>();
    lines.add(say(Sentence.of("Hello {1},", to.name())));
    lines.add(say(Sentence.of("Someone has to see to blocks on accounts in your charge:")));
    accounts.stream().map(this::line).forEach(lines::add);
    lines.add(
        say(
            Sentence.of(
                "The page has the steps for each. A block that someone made by hand needs a reason"
                    + " and an end, or has to be taken back.")));
    return new Letter(
        to.language(),
        say(
            Sentence.of(
                "Blocks that need you: {1}",
                accounts.stream()
                    .flatMap(a -> a.counts().values().stream())
                    .mapToLong(n -> n)
                    .sum())),
        lines,
        say(Sentence.of("Open the blocks")),
        link,
        List.of(
            say(
                Sentence.of(
                    "You get this mail at most once a day if something new comes up, and every {1}"
                        + " days while something is open. If you can't sign in, tell the person who"
                        + " runs Hall Monitor in your district.",
                    every))));
  }

  private String line(About about) {
    return about.account()
        + ": "
        + about.counts().entrySet().stream()
            .map(count -> say(words(count.getKey(), count.getValue())))
            .collect(Collectors.joining("; "));
  }

  private static Sentence words(String task, long count) {
    return switch (task) {
      case "carry-out" -> Sentence.of("to carry out on the platform: {1}", count);
      case "explain" -> Sentence.of("made by hand, without a reason: {1}", count);
      case "tell" -> Sentence.of("author to be told: {1}", count);
      case "lift" -> Sentence.of("to lift on the platform: {1}", count);
      case "look-through" ->
          Sentence.of("blocks from before the account was connected: look through them");
      default -> throw new IllegalArgumentException(task);
    };
  }

  private String say(Sentence sentence) {
    return ReaderLanguage.says(sentence, to.language());
  }
}

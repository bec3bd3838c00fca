package hallmonitor.moderation.console.cases;

import hallmonitor.moderation.console.page.StoredWords;
import hallmonitor.moderation.console.page.StoredWords.Shape;
import hallmonitor.moderation.wording.Sentence;
import java.util.stream.Stream;

/**
 * Why a message did not go out or may have come twice, as the notifier says it in English, in the
 * reader's language. What a gateway itself answers stays as it is.
 */
final class MessageReasons {
  private static final StoredWords WORDS =
      new StoredWords(
          Stream.of(
                  Sentence.of("The secret '{1}' of the gateway is missing."),
                  Sentence.of("The secret must be a web address that starts with https://."),
                  Sentence.of("The gateway gives no answer: {1}."),
                  Sentence.of(
                      "The gateway does not answer as Slack does; check the address in the secret."),
                  Sentence.of(
                      "The gateway answers {1}; check the secret and what it may do at the provider."),
                  Sentence.of(
                      "The gateway answers {1}; check the address and the account at the provider,"
                          + " and make a new one."),
                  Sentence.of(
                      "The gateway answers {1}; redirects are not followed, so correct the address."),
                  Sentence.of(
                      "The gateway answers {1}; check the gateway in escalation.yaml and at the"
                          + " provider."),
                  Sentence.of("The gateway answers {1}."),
                  Sentence.of("Nobody answered the call ({1})."),
                  Sentence.of(
                      "The gateway could not deliver it ({1}); look the error up at the provider."),
                  Sentence.of(
                      "The gateway refuses this number ({1}); correct it in district.yaml, or ask"
                          + " the person."),
                  Sentence.of(
                      "An earlier attempt ended without a result, so the message may have come"
                          + " twice."),
                  Sentence.of(
                      "It is not tried again: it may have arrived, and would come too often."),
                  Sentence.of("It is given up: the escalation has gone on meanwhile."),
                  Sentence.of("The gateway is no longer in escalation.yaml."),
                  Sentence.of(
                      "Two attempts ended without a result, so it is not tried a third time: it may"
                          + " have arrived."),
                  Sentence.of(
                      "The message could not be written or sent ({1}); report it to the program's"
                          + " makers."),
                  Sentence.of(
                      "district.yaml no longer has a number at which this person agreed to get"
                          + " messages."),
                  Sentence.of("Everyone who is on call now is away or unknown; the chain is told."),
                  Sentence.of(
                      "Nobody who is on call now has agreed to get messages in district.yaml; the"
                          + " chain is told."))
              .map(reason -> Shape.of(".*", reason).followedBy(MessageReasons::of))
              .toList());

  private MessageReasons() {}

  static String of(String reasons) {
    return WORDS.translate("", reasons).orElse(reasons);
  }
}

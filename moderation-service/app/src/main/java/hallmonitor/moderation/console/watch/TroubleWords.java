package hallmonitor.moderation.console.watch;

import hallmonitor.moderation.casework.watch.TroubleCause;
import hallmonitor.moderation.wording.Sentence;

/** What is wrong with an account, and what to do about it. */
final class TroubleWords {
  private TroubleWords() {}

  static Sentence of(TroubleCause cause) {
    return switch (cause) {
      case NOT_LOOKED_AT -> Sentence.of("Nobody looked at its new comments in time");
      case SIGNED_OUT -> Sentence.of("Signed out: nothing is read from it");
      case UNREACHABLE -> Sentence.of("Unreachable: nothing is read from it");
      case SILENT -> Sentence.of("No comments for an unusually long time");
      case OUT_OF_BUDGET -> Sentence.of("The platform allows no more for now");
    };
  }

  static Sentence task(TroubleCause cause) {
    return switch (cause) {
      case NOT_LOOKED_AT ->
          Sentence.of("Open the account's new comments and read them, or decide a case of it.");
      case SIGNED_OUT ->
          Sentence.of(
              "Someone changed the password or withdrew the permission. Ask the people who run Hall"
                  + " Monitor to enter the credential again.");
      case UNREACHABLE ->
          Sentence.of(
              "Open the page on the platform. If it is there, tell the people who run Hall Monitor.");
      case SILENT ->
          Sentence.of(
              "Open the page on the platform and compare. If comments are there that are not here,"
                  + " tell the people who run Hall Monitor. If nobody writes anymore, ask for the"
                  + " account to be paused.");
      case OUT_OF_BUDGET ->
          Sentence.of(
              "Until the platform allows more, hide on the platform itself what cannot wait.");
    };
  }
}

package hallmonitor.ingest.credential;

import hallmonitor.contract.event.CredentialOrder;
import hallmonitor.contract.event.CredentialResult.Failed;
import hallmonitor.contract.event.CredentialResult.Why;
import hallmonitor.ingest.connector.SignInRefused;
import java.time.Instant;

/** What is said of a sign-in that came to nothing. */
final class SignInSentences {
  private SignInSentences() {}

  static Failed failed(CredentialOrder order, SignInRefused refused, Instant now) {
    return new Failed(
        order.orderId(),
        order.place().account(),
        why(refused),
        sentence(refused),
        refused.names(),
        now);
  }

  private static Why why(SignInRefused refused) {
    return switch (refused.why()) {
      case CODE -> Why.CODE;
      case REDIRECT -> Why.RETURN_ADDRESS;
      case CLIENT -> Why.CLIENT;
      case SCOPES -> Why.SCOPES;
      case NO_ACCOUNT -> Why.NO_ACCOUNT;
      case TURNED_OFF -> Why.TURNED_OFF;
    };
  }

  private static String sentence(SignInRefused refused) {
    return switch (refused.why()) {
      case CODE ->
          "The platform did not accept the sign-in: it took too long, or was used before. Sign in there again.";
      case REDIRECT ->
          "The platform does not send people back to this console. Enter the console's return address there.";
      case CLIENT ->
          "The platform does not know this district's app, or its stored secret is wrong. The server's administrator can correct it.";
      case SCOPES ->
          "Not everything was allowed that is needed: %s. Sign in there again and allow it."
              .formatted(String.join(", ", refused.names()));
      case NO_ACCOUNT ->
          "The person who signed in may moderate no page or channel there. Sign in as somebody who may.";
      case TURNED_OFF ->
          "The site has turned off application passwords. Its administrator can turn them on.";
    };
  }
}

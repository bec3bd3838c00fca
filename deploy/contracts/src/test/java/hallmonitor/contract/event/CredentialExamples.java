package hallmonitor.contract.event;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Examples of what is ordered about credentials and what became of it. */
final class CredentialExamples {
  private static final CredentialPlace PLACE =
      new CredentialPlace("practice", "wordpress", "https://blog.example.org", "practice");

  private CredentialExamples() {}

  static void add(Map<String, Object> examples) {
    examples.put(
        "StoreCredential",
        new CredentialOrder.Store(
            EventExamples.COMMAND,
            PLACE,
            "e30..bm9uY2U.c2VhbGVk.dGFn",
            "brandt",
            EventExamples.AT));
    examples.put(
        "RemoveCredential",
        new CredentialOrder.Remove(EventExamples.COMMAND, PLACE, "brandt", EventExamples.AT));
    examples.put(
        "CredentialConnected",
        new CredentialResult.Connected(
            EventExamples.COMMAND,
            "practice",
            List.of("hide", "restore"),
            Optional.of(
                new CredentialResult.Newest(
                    "Game day",
                    Optional.of("https://blog.example.org/7#comment-4711"),
                    Optional.of(EventExamples.AT))),
            EventExamples.AT,
            Optional.of(
                new CredentialResult.Identity("17", "Ana Novak", CredentialResult.Kind.USER))));
    examples.put(
        "SignInReady",
        new CredentialResult.SignInReady(
            EventExamples.COMMAND,
            "practice",
            URI.create("https://accounts.google.com/o/oauth2/v2/auth?state=c3RhdGU"),
            "c3RhdGU",
            EventExamples.AT));
    examples.put(
        "ChoiceAsked",
        new CredentialResult.ChoiceAsked(
            EventExamples.COMMAND,
            "practice",
            List.of(new CredentialResult.Option("4711", "Maple Valley High School")),
            EventExamples.AT));
    examples.put(
        "CredentialRemoved",
        new CredentialResult.Removed(EventExamples.COMMAND, "practice", EventExamples.AT));
    examples.put(
        "CredentialFailed",
        new CredentialResult.Failed(
            EventExamples.COMMAND,
            "practice",
            CredentialResult.Why.SIGN_IN,
            "The site does not accept the password.",
            EventExamples.AT));
    examples.put(
        "CredentialReception",
        new CredentialReception(
            Optional.of("{\"kty\":\"EC\"}"),
            Optional.empty(),
            List.of(
                new CredentialReception.SignIn(
                    "youtube", List.of("https://www.googleapis.com/auth/youtube.force-ssl"))),
            EventExamples.AT));
  }
}

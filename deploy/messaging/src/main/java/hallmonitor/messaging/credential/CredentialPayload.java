package hallmonitor.messaging.credential;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;

/** What a person hands over for an account. Never in the clear outside a process, nor in logs. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = CredentialPayload.Secret.class, name = "secret"),
  @JsonSubTypes.Type(
      value = CredentialPayload.AuthorizationCode.class,
      name = "authorization-code"),
  @JsonSubTypes.Type(value = CredentialPayload.Choice.class, name = "choice")
})
public sealed interface CredentialPayload {
  /** An application password or a token, in the form that the platform's connector reads. */
  record Secret(String secret) implements CredentialPayload {
    public Secret {
      Objects.requireNonNull(secret, "secret");
    }

    @Override
    public String toString() {
      return "Secret[withheld]";
    }
  }

  /**
   * What a platform's sign-in page sent back.
   *
   * @param codeVerifier of PKCE; empty if the platform does not take it
   * @param redirect the address that the code came to, which the platform compares
   */
  record AuthorizationCode(String code, String codeVerifier, URI redirect)
      implements CredentialPayload {
    public AuthorizationCode {
      Objects.requireNonNull(code, "code");
      Objects.requireNonNull(codeVerifier, "codeVerifier");
      Objects.requireNonNull(redirect, "redirect");
    }

    @Override
    public String toString() {
      return "AuthorizationCode[withheld]";
    }
  }

  /**
   * Which of several pages or channels is meant.
   *
   * @param asked the order with the result that offered them
   * @param id of the chosen one
   */
  record Choice(UUID asked, String id) implements CredentialPayload {
    public Choice {
      Objects.requireNonNull(asked, "asked");
      Objects.requireNonNull(id, "id");
    }
  }
}

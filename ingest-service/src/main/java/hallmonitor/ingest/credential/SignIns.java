package hallmonitor.ingest.credential;

import hallmonitor.contract.event.CredentialOrder;
import hallmonitor.contract.event.CredentialReception.SignIn;
import hallmonitor.contract.event.CredentialResult.Option;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.messaging.credential.CredentialPayload;
import java.util.List;
import java.util.Objects;

/** Turns what a platform's sign-in page sent back into a credential. */
public interface SignIns {
  /** No platform has a sign-in. */
  SignIns NONE =
      new SignIns() {
        @Override
        public List<SignIn> offered() {
          return List.of();
        }

        @Override
        public Exchanged exchange(CredentialOrder.Store order, CredentialPayload payload)
            throws PlatformException {
          throw PlatformException.rejected(
              "This platform has no sign-in here. Use an application password or a token.");
        }
      };

  /** What became of a code or a choice. */
  sealed interface Exchanged {
    /** The credential, in the form that the platform's connector reads. */
    record Usable(String secret) implements Exchanged {
      public Usable {
        Objects.requireNonNull(secret, "secret");
      }

      @Override
      public String toString() {
        return "Usable[withheld]";
      }
    }

    /** Several pages or channels; the person chooses one. */
    record Several(List<Option> options) implements Exchanged {
      public Several {
        options = List.copyOf(options);
      }
    }
  }

  /** Returns where people can sign in now. */
  List<SignIn> offered();

  /**
   * Exchanges a code, or takes up a choice. Called for one order at a time, and again after a
   * crash.
   *
   * @param payload an {@link CredentialPayload.AuthorizationCode} or a {@link
   *     CredentialPayload.Choice}
   * @throws PlatformException with {@code AuthLost} if the platform does not accept the code or the
   *     choice came too late
   */
  Exchanged exchange(CredentialOrder.Store order, CredentialPayload payload)
      throws PlatformException;
}

package hallmonitor.ingest.connector;

import hallmonitor.ingest.account.AccountSecrets;
import hallmonitor.ingest.connector.Platform.Access;
import java.net.URI;
import java.util.List;

/**
 * How a person signs in at a platform, so that no one copies a secret: their browser goes to the
 * platform and comes back with a code that is worth the account's credential. Thread-safe.
 */
public interface PlatformSignIn {
  /**
   * What the one who sends the browser away has chosen.
   *
   * @param redirect the exact address to which the platform sends the browser back
   * @param state comes back with the browser; at least 128 random bits
   * @param challenge the SHA-256 of the verifier in base64url (RFC 7636, section 4.2)
   */
  record Ask(URI redirect, String state, String challenge) {}

  /**
   * Where the browser goes.
   *
   * @param returns the value by which the return is recognized: the state, except on a platform
   *     that has none
   * @param kept what {@link #arrive} needs; secret, may be empty
   */
  record Departure(URI address, String returns, String kept) {}

  /**
   * What came back.
   *
   * @param verifier of the challenge in the ask
   * @param redirect as in the ask
   * @param kept from the departure
   */
  record Arrival(String code, String verifier, URI redirect, String kept) {
    @Override
    public String toString() {
      return "Arrival[withheld]";
    }
  }

  /**
   * An account that the person may hand over.
   *
   * @param id the platform's
   * @param name as its people know it
   * @param credential in the form that the platform's connector reads
   */
  record OfferedAccount(String id, String name, String credential) {
    @Override
    public String toString() {
      return "OfferedAccount[" + id + "]";
    }
  }

  /** Returns what a person is asked to allow, in the platform's words; empty for everything. */
  List<String> scopes();

  /** Returns whether the district has registered what the platform asks for. */
  boolean isReady(AccountSecrets secrets);

  /**
   * Prepares a sign-in. Some platforms are asked for that.
   *
   * @throws SignInRefused if nobody can sign in there
   */
  Departure depart(Access access, Ask ask) throws PlatformException, SignInRefused;

  /**
   * Exchanges the code.
   *
   * @return at least one
   * @throws SignInRefused if the code is worth nothing, or the person did not allow what moderating
   *     needs
   */
  List<OfferedAccount> arrive(Access access, Arrival arrival)
      throws PlatformException, SignInRefused;
}

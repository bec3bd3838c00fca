package hallmonitor.moderation.console.access.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * Checks what a browser answers: challenge, origin, relying party, signature, counter, and that the
 * device verified its owner. WebAuthn4J does the checks of <a
 * href="https://www.w3.org/TR/webauthn-2/#sctn-rp-operations">the standard</a>. Attestation is not
 * asked for and not checked: a district does not choose its people's devices.
 */
public final class PasskeyCheck {
  private static final boolean USER_VERIFIED = true;
  private static final boolean USER_PRESENT = true;
  private static final int HANDLE_BYTES = 16;

  private final ObjectConverter converter = new ObjectConverter();
  private final WebAuthnManager webAuthn =
      WebAuthnManager.createNonStrictWebAuthnManager(converter);
  private final AttestedCredentialDataConverter credentials =
      new AttestedCredentialDataConverter(converter);

  /**
   * A browser's answer with a passkey, not checked yet.
   *
   * @param credentialId in base64url
   * @param data as the library reads it
   */
  public record Answer(String credentialId, AuthenticationData data) {
    /** Returns whether it is of this person, or names nobody, as devices may that were asked. */
    public boolean isOf(UUID handle, boolean mustName) {
      byte[] said = data.getUserHandle();
      if (said == null || said.length == 0) {
        return !mustName;
      }
      ByteBuffer bytes = ByteBuffer.wrap(said);
      return said.length == HANDLE_BYTES
          && new UUID(bytes.getLong(), bytes.getLong()).equals(handle);
    }
  }

  /**
   * Checks a new passkey.
   *
   * @param challenge what the browser was asked, in base64url
   * @param json the credential as WebAuthn's {@code toJSON} writes it
   * @throws PasskeyRefused if anything is wrong with it
   */
  public StoredKey added(RelyingParty party, String challenge, String json) throws PasskeyRefused {
    return checked(
        () -> {
          RegistrationData data = webAuthn.parseRegistrationResponseJSON(json);
          webAuthn.verify(
              data,
              new RegistrationParameters(
                  server(party, challenge),
                  PasskeyOptions.ALGORITHMS,
                  USER_VERIFIED,
                  USER_PRESENT));
          AuthenticatorData<?> device =
              Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
          AttestedCredentialData credential =
              Objects.requireNonNull(device.getAttestedCredentialData());
          return new StoredKey(
              text(credential.getCredentialId()),
              text(credentials.convert(credential)),
              device.getSignCount(),
              device.isFlagBE());
        });
  }

  /**
   * Reads an answer, to find the passkey that it is from.
   *
   * @throws PasskeyRefused if it cannot be read
   */
  public Answer read(String json) throws PasskeyRefused {
    return checked(
        () -> {
          AuthenticationData data = webAuthn.parseAuthenticationResponseJSON(json);
          return new Answer(text(Objects.requireNonNull(data.getCredentialId())), data);
        });
  }

  /**
   * Checks an answer with the passkey that it names.
   *
   * @return the device's new count
   * @throws PasskeyRefused if anything is wrong with it, or the count did not grow
   */
  public long used(RelyingParty party, String challenge, Answer answer, StoredKey key)
      throws PasskeyRefused {
    return checked(
        () -> {
          webAuthn.verify(
              answer.data(),
              new AuthenticationParameters(
                  server(party, challenge), known(key), null, USER_VERIFIED, USER_PRESENT));
          return Objects.requireNonNull(answer.data().getAuthenticatorData()).getSignCount();
        });
  }

  @SuppressWarnings("NullAway") // what is not kept is null in a record of the library
  private CredentialRecord known(StoredKey key) {
    return new CredentialRecordImpl(
        null,
        true,
        key.backupEligible(),
        null,
        key.signCount(),
        credentials.convert(Base64.getUrlDecoder().decode(key.credential())),
        null,
        null,
        null,
        null);
  }

  private static ServerProperty server(RelyingParty party, String challenge) {
    return ServerProperty.builder()
        .origin(new Origin(party.origin()))
        .rpId(party.id())
        .challenge(new DefaultChallenge(Base64.getUrlDecoder().decode(challenge)))
        .build();
  }

  /**
   * The library documents one family of exceptions. What is missing or malformed also meets the
   * checks of its arguments.
   */
  private static <T> T checked(Callable<T> check) throws PasskeyRefused {
    try {
      return check.call();
    } catch (MaliciousCounterValueException e) {
      throw PasskeyRefused.cloned();
    } catch (WebAuthnException | IllegalArgumentException | NullPointerException e) {
      throw PasskeyRefused.because(e.getClass().getSimpleName());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

package hallmonitor.contract.event;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The result of a {@link CredentialOrder}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = CredentialResult.Connected.class, name = "CredentialConnected"),
  @JsonSubTypes.Type(value = CredentialResult.SignInReady.class, name = "SignInReady"),
  @JsonSubTypes.Type(value = CredentialResult.ChoiceAsked.class, name = "ChoiceAsked"),
  @JsonSubTypes.Type(value = CredentialResult.Removed.class, name = "CredentialRemoved"),
  @JsonSubTypes.Type(value = CredentialResult.Failed.class, name = "CredentialFailed")
})
public sealed interface CredentialResult {
  UUID orderId();

  String account();

  Instant at();

  /** Returns the Kafka key. */
  default String key() {
    return account();
  }

  /**
   * The platform accepted the credential, and it is stored.
   *
   * @param capabilities what can be done there, such as {@code hide}
   * @param newest absent if there is no comment yet
   * @param identity who the credential belongs to; absent if the platform does not tell, and in
   *     older records
   */
  record Connected(
      UUID orderId,
      String account,
      List<String> capabilities,
      Optional<Newest> newest,
      Instant at,
      Optional<Identity> identity)
      implements CredentialResult {
    public Connected {
      Objects.requireNonNull(orderId, "orderId");
      Objects.requireNonNull(account, "account");
      Objects.requireNonNull(at, "at");
      capabilities = capabilities == null ? List.of() : List.copyOf(capabilities);
      newest = newest == null ? Optional.empty() : newest;
      identity = identity == null ? Optional.empty() : identity;
    }
  }

  /**
   * Who a credential belongs to, in the platform's words.
   *
   * @param id the platform's; not empty
   * @param name as its people know it; may be empty
   * @param kind what it names; absent is a user
   */
  record Identity(String id, String name, Kind kind) {
    public Identity {
      Objects.requireNonNull(id, "id");
      name = name == null ? "" : name;
      kind = kind == null ? Kind.USER : kind;
    }

    @Override
    public String toString() {
      return name.isEmpty() || name.equals(id) ? id : name + " (" + id + ")";
    }
  }

  /** What an identity names. */
  enum Kind {
    /** The connected account itself: a page, a channel, a profile. */
    ACCOUNT,
    /** Somebody who may moderate the site at the account's address; others may, too. */
    USER
  }

  /**
   * The newest comment. Not its words: the account may not be the district's.
   *
   * @param post the title of its post; may be empty
   * @param writtenAt when the platform says that it was written; absent if it does not
   */
  record Newest(String post, Optional<String> permalink, Optional<Instant> writtenAt) {
    public Newest {
      Objects.requireNonNull(post, "post");
      permalink = permalink == null ? Optional.empty() : permalink;
      writtenAt = writtenAt == null ? Optional.empty() : writtenAt;
    }
  }

  /**
   * The platform's page can be opened.
   *
   * @param address where a person's browser is sent
   * @param returns by what the browser's return is recognized: the state, except on a platform that
   *     has none
   */
  record SignInReady(UUID orderId, String account, URI address, String returns, Instant at)
      implements CredentialResult {
    public SignInReady {
      Objects.requireNonNull(orderId, "orderId");
      Objects.requireNonNull(account, "account");
      Objects.requireNonNull(address, "address");
      Objects.requireNonNull(returns, "returns");
      Objects.requireNonNull(at, "at");
    }
  }

  /** The sign-in holds several pages or channels; another order says which one is meant. */
  record ChoiceAsked(UUID orderId, String account, List<Option> options, Instant at)
      implements CredentialResult {
    public ChoiceAsked {
      Objects.requireNonNull(orderId, "orderId");
      Objects.requireNonNull(account, "account");
      Objects.requireNonNull(at, "at");
      options = List.copyOf(options);
    }
  }

  /**
   * One page or channel.
   *
   * @param id the platform's
   * @param name as people know it
   */
  record Option(String id, String name) {
    public Option {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(name, "name");
    }
  }

  /** The credential is no longer stored. */
  record Removed(UUID orderId, String account, Instant at) implements CredentialResult {
    public Removed {
      Objects.requireNonNull(orderId, "orderId");
      Objects.requireNonNull(account, "account");
      Objects.requireNonNull(at, "at");
    }
  }

  /**
   * Nothing was stored or removed.
   *
   * @param why {@link Why#FAILED} if a newer writer names what this reader does not know
   * @param sentence what is wrong and what to do, in English; holds nothing of the secret
   * @param missing what the person did not allow at the platform, in its words
   */
  record Failed(
      UUID orderId,
      String account,
      @JsonFormat(with = JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE) Why why,
      String sentence,
      List<String> missing,
      Instant at)
      implements CredentialResult {
    /** Creates a failure where nothing was left out. */
    public Failed(UUID orderId, String account, Why why, String sentence, Instant at) {
      this(orderId, account, why, sentence, List.of(), at);
    }

    public Failed {
      Objects.requireNonNull(orderId, "orderId");
      Objects.requireNonNull(account, "account");
      Objects.requireNonNull(why, "why");
      Objects.requireNonNull(sentence, "sentence");
      Objects.requireNonNull(at, "at");
      missing = missing == null ? List.of() : List.copyOf(missing);
    }
  }

  enum Why {
    /** It lay longer than ten minutes. */
    EXPIRED,
    /** It was encrypted for another order, account, address or key, or was changed. */
    UNREADABLE,
    /** There is no connector for the platform, or it takes no credential in this way. */
    PLATFORM,
    /** The address is not one that a secret may be sent to. */
    ADDRESS,
    /** The platform does not accept the credential, or its user may not moderate. */
    SIGN_IN,
    /** The platform refuses the request. */
    REFUSED,
    /** The platform does not answer, or asks to wait. */
    UNREACHABLE,
    /** The credential's name belongs to another platform or address. */
    BELONGS_ELSEWHERE,
    /** The credential belongs to another page, channel or profile than the one before. */
    OTHER_ACCOUNT,
    /** A file or a variable on the server holds the credential and would go before it. */
    KEPT_ON_SERVER,
    /** The platform does not accept the code of the sign-in, or the choice came too late. */
    CODE,
    /** The platform does not send a browser back to the console's address. */
    RETURN_ADDRESS,
    /** The platform does not accept the client that the district registered there. */
    CLIENT,
    /** The person did not allow all that moderating needs. */
    SCOPES,
    /** The person may moderate no page or channel there. */
    NO_ACCOUNT,
    /** The site has turned off what signing in needs. */
    TURNED_OFF,
    /** A failure of the service itself, or one that only a newer version has a name for. */
    @JsonEnumDefaultValue
    FAILED
  }
}

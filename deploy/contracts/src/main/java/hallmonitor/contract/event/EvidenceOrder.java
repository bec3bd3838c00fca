package hallmonitor.contract.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What a person asks of the evidence. Carried out once per {@code orderId}; answered by {@link
 * EvidenceResult}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = EvidenceOrder.MakePackage.class, name = "MakePackage"),
  @JsonSubTypes.Type(value = EvidenceOrder.VerifyLedger.class, name = "VerifyLedger"),
  @JsonSubTypes.Type(value = EvidenceOrder.UploadedPart.class, name = "UploadedPart"),
  @JsonSubTypes.Type(value = EvidenceOrder.VerifyPackage.class, name = "VerifyPackage"),
  @JsonSubTypes.Type(value = EvidenceOrder.SignRecords.class, name = "SignRecords")
})
public sealed interface EvidenceOrder {
  UUID orderId();

  /** Returns the Kafka key: what belongs to one order stays in order. */
  default String key() {
    return orderId().toString();
  }

  /**
   * Makes the package of a case.
   *
   * @param recipient the public key that the file is encrypted for, a JWK made for this order alone
   * @param names of the students to leave out, one a line, encrypted for the notifier (JWE); absent
   *     for a full package
   * @param purpose in the person's words; it is sealed
   * @param by the person's name, for the record
   */
  record MakePackage(
      UUID orderId,
      UUID caseId,
      String recipient,
      Optional<String> names,
      String purpose,
      String by,
      Instant at)
      implements EvidenceOrder {
    public MakePackage {
      Objects.requireNonNull(orderId, "orderId");
      Objects.requireNonNull(caseId, "caseId");
      Objects.requireNonNull(recipient, "recipient");
      Objects.requireNonNull(purpose, "purpose");
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(at, "at");
      names = names == null ? Optional.empty() : names;
    }
  }

  /**
   * Verifies the whole ledger.
   *
   * @param by a user name
   */
  record VerifyLedger(UUID orderId, String by, Instant at) implements EvidenceOrder {
    public VerifyLedger {
      Objects.requireNonNull(orderId, "orderId");
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(at, "at");
    }
  }

  /**
   * A part of a file that a person uploaded. {@link VerifyPackage} follows the last one.
   *
   * @param number from 0
   * @param sealed encrypted for the notifier, a JWE in compact form
   */
  record UploadedPart(UUID orderId, int number, String sealed) implements EvidenceOrder {
    public UploadedPart {
      Objects.requireNonNull(orderId, "orderId");
      Objects.requireNonNull(sealed, "sealed");
    }
  }

  /**
   * Verifies the package that was uploaded.
   *
   * @param parts how many there are
   * @param by a user name
   */
  record VerifyPackage(UUID orderId, int parts, String by, Instant at) implements EvidenceOrder {
    public VerifyPackage {
      Objects.requireNonNull(orderId, "orderId");
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(at, "at");
    }
  }

  /**
   * Signs the list of files of the answer to a request for records, and seals that it was signed.
   *
   * @param requestId of the request
   * @param number of the request, such as {@code R-2026-0001}
   * @param sha256 of the list, lower-case hex
   * @param by a user name
   */
  record SignRecords(
      UUID orderId, UUID requestId, String number, String sha256, String by, Instant at)
      implements EvidenceOrder {
    public SignRecords {
      Objects.requireNonNull(orderId, "orderId");
      Objects.requireNonNull(requestId, "requestId");
      Objects.requireNonNull(number, "number");
      Objects.requireNonNull(sha256, "sha256");
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(at, "at");
    }
  }
}

package hallmonitor.contract.event;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What the notifier says of the evidence: the answers to each {@link EvidenceOrder}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = EvidenceResult.PackagePart.class, name = "PackagePart"),
  @JsonSubTypes.Type(value = EvidenceResult.PackageMade.class, name = "PackageMade"),
  @JsonSubTypes.Type(value = EvidenceResult.EvidenceFailed.class, name = "EvidenceFailed"),
  @JsonSubTypes.Type(value = EvidenceResult.LedgerSeen.class, name = "LedgerSeen"),
  @JsonSubTypes.Type(value = EvidenceResult.LedgerChecked.class, name = "LedgerChecked"),
  @JsonSubTypes.Type(value = EvidenceResult.LedgerVerified.class, name = "LedgerVerified"),
  @JsonSubTypes.Type(value = EvidenceResult.PackageVerified.class, name = "PackageVerified"),
  @JsonSubTypes.Type(value = EvidenceResult.RecordsSigned.class, name = "RecordsSigned")
})
public sealed interface EvidenceResult {
  /** The key of what is no answer to an order. */
  String LEDGER = "ledger";

  /** Returns the Kafka key: what belongs to one order stays in order. */
  String key();

  /**
   * A part of a package; {@link PackageMade} follows the last one.
   *
   * @param number from 0
   * @param sealed encrypted for the order's recipient, a JWE in compact form
   */
  record PackagePart(UUID orderId, int number, String sealed) implements EvidenceResult {
    public PackagePart {
      Objects.requireNonNull(orderId, "orderId");
      Objects.requireNonNull(sealed, "sealed");
    }

    @Override
    public String key() {
      return orderId.toString();
    }
  }

  /**
   * The package is made, and that it was is sealed.
   *
   * @param parts how many there are
   * @param bytes of the file
   * @param sha256 of the file, lower-case hex
   * @param records in it
   * @param unsigned how many of them no signed checkpoint covers yet
   * @param waiting entries and attachments of the case that are not sealed yet
   */
  record PackageMade(
      UUID orderId,
      int parts,
      long bytes,
      String sha256,
      int records,
      int unsigned,
      long waiting,
      Instant at)
      implements EvidenceResult {
    public PackageMade {
      Objects.requireNonNull(orderId, "orderId");
      Objects.requireNonNull(sha256, "sha256");
      Objects.requireNonNull(at, "at");
    }

    @Override
    public String key() {
      return orderId.toString();
    }
  }

  /** Nothing was made or verified. */
  record EvidenceFailed(
      UUID orderId,
      @JsonFormat(with = JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE) Why why,
      Instant at)
      implements EvidenceResult {
    public EvidenceFailed {
      Objects.requireNonNull(orderId, "orderId");
      Objects.requireNonNull(why, "why");
      Objects.requireNonNull(at, "at");
    }

    @Override
    public String key() {
      return orderId.toString();
    }
  }

  enum Why {
    /** Nothing is sealed about the case. */
    NOTHING_SEALED,
    /** The list of students names no one. */
    NO_NAMES,
    /** The file is larger than may be carried to the console. */
    TOO_LARGE,
    /** What was handed over was encrypted for another key or order, or is not complete. */
    UNREADABLE,
    /** A failure of the service itself, or one that only a newer version has a name for. */
    @JsonEnumDefaultValue
    FAILED
  }

  /**
   * How the ledger stands. Published at each start and when something of it changes.
   *
   * @param records in the chain
   * @param signed the newest checkpoint; absent if there is none yet
   * @param signer fingerprint of the key that signs, lower-case hex
   * @param reception the public key that files and names are encrypted with, a JWK
   * @param alarm why no checkpoint is signed, one sentence in English; absent if nothing is wrong
   */
  record LedgerSeen(
      long records,
      Optional<Signed> signed,
      String signer,
      String reception,
      Optional<String> alarm,
      Instant at)
      implements EvidenceResult {
    public LedgerSeen {
      Objects.requireNonNull(signer, "signer");
      Objects.requireNonNull(reception, "reception");
      Objects.requireNonNull(at, "at");
      signed = signed == null ? Optional.empty() : signed;
      alarm = alarm == null ? Optional.empty() : alarm;
    }

    @Override
    public String key() {
      return LEDGER;
    }
  }

  /** A signed checkpoint, which covers all records up to this number. */
  record Signed(long sequence, Instant at) {
    public Signed {
      Objects.requireNonNull(at, "at");
    }
  }

  /** How far a verification of the ledger has come. */
  record LedgerChecked(UUID orderId, long records, long of) implements EvidenceResult {
    public LedgerChecked {
      Objects.requireNonNull(orderId, "orderId");
    }

    @Override
    public String key() {
      return orderId.toString();
    }
  }

  /** What is wrong with a place, for pages that say it in other languages. */
  enum ProblemKind {
    /** It is not the file that was packed. */
    CHANGED_FILE,
    /** It is not the file that was signed. */
    CHANGED_SIGNED_FILE,
    /** It is not the list of files that was signed. */
    OTHER_LIST,
    MISSING,
    /** No list names it. */
    ADDED,
    /** The .zip was cut off or changed, or is none. */
    NOT_WHOLE,
    DAMAGED,
    /** There is more of it than is verified here. */
    TOO_LARGE,
    /** It holds no sealed record. */
    NO_RECORD,
    /** The record was changed after it was sealed. */
    CHANGED_RECORD,
    /** It is not what its record holds. */
    OTHER_THAN_RECORD,
    /** It does not say what the records say. */
    OTHER_THAN_LEDGER,
    /** The district's ledger does not hold it. */
    NOT_IN_LEDGER,
    /** The signature does not fit. */
    BAD_SIGNATURE,
    /** It is signed with a key that is not the district's. */
    FOREIGN_KEY,
    /** The district has no key yet. */
    NO_KEY,
    /** Anything else, or what only a newer version has a name for. */
    @JsonEnumDefaultValue
    OTHER
  }

  /**
   * A place that is not right.
   *
   * @param where the record or the file, in English
   * @param why in words, in English
   * @param kind {@link ProblemKind#OTHER} in records of older writers
   * @param sequence of the record; absent for anything else, and in records of older writers
   * @param whole whether it is the uploaded file itself; false in records of older writers
   */
  record Problem(
      String where,
      String why,
      @JsonFormat(with = JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
          ProblemKind kind,
      Optional<Long> sequence,
      boolean whole) {
    public Problem {
      Objects.requireNonNull(where, "where");
      Objects.requireNonNull(why, "why");
      kind = kind == null ? ProblemKind.OTHER : kind;
      sequence = sequence == null ? Optional.empty() : sequence;
    }
  }

  /**
   * The ledger was verified from its first record.
   *
   * @param records that are right, up to the first problem
   * @param checkpoints that it was compared with
   * @param unsigned records after the newest of them
   * @param keys fingerprints of the keys that they are signed with
   * @param problems empty if everything is right
   */
  record LedgerVerified(
      UUID orderId,
      long records,
      int checkpoints,
      long unsigned,
      List<String> keys,
      List<Problem> problems,
      Instant at)
      implements EvidenceResult {
    public LedgerVerified {
      Objects.requireNonNull(orderId, "orderId");
      Objects.requireNonNull(at, "at");
      keys = keys == null ? List.of() : List.copyOf(keys);
      problems = problems == null ? List.of() : List.copyOf(problems);
    }

    @Override
    public String key() {
      return orderId.toString();
    }
  }

  /** A file in a package, with its SHA-256 in lower-case hex. */
  record PackedFile(String name, String sha256) {
    public PackedFile {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(sha256, "sha256");
    }
  }

  /**
   * The answer to a request for records, which an uploaded file was.
   *
   * @param number of the request, such as {@code R-2026-0001}; empty if no signature can be trusted
   * @param signedAt empty if no signature can be trusted
   */
  record RequestAnswered(String number, Optional<Instant> signedAt) {
    public RequestAnswered {
      number = number == null ? "" : number;
      signedAt = signedAt == null ? Optional.empty() : signedAt;
    }
  }

  /**
   * A package was verified: that of a case, or the answer to a request for records.
   *
   * @param sha256 of the file that was uploaded
   * @param made whether a record says that exactly this file was made, or, of an answer, whether
   *     its signature is the district's; otherwise only the records of a package are proven, and
   *     nothing else in it
   * @param redacted whether its records are left out, so that only their places are verified
   * @param records that were looked at; the ledger holds each that is no problem. Of an answer,
   *     files that are as they were signed
   * @param unsigned those that no signed checkpoint covers yet
   * @param keys fingerprints of the district's own keys, which alone were trusted
   * @param files in it, at most 1,000; none of an answer
   * @param problems empty if everything is right; at most 200
   * @param answer present if it is an answer
   */
  record PackageVerified(
      UUID orderId,
      String sha256,
      long bytes,
      boolean made,
      boolean redacted,
      int records,
      int unsigned,
      List<String> keys,
      List<PackedFile> files,
      List<Problem> problems,
      Optional<RequestAnswered> answer,
      Instant at)
      implements EvidenceResult {
    public PackageVerified {
      Objects.requireNonNull(orderId, "orderId");
      Objects.requireNonNull(sha256, "sha256");
      Objects.requireNonNull(at, "at");
      keys = keys == null ? List.of() : List.copyOf(keys);
      files = files == null ? List.of() : List.copyOf(files);
      answer = answer == null ? Optional.empty() : answer;
      problems = problems == null ? List.of() : List.copyOf(problems);
    }

    @Override
    public String key() {
      return orderId.toString();
    }
  }

  /**
   * The answer to a request for records is signed with the key of the evidence.
   *
   * @param signature content of the file with the signature: one line of JSON
   * @param publicKey as PEM
   */
  record RecordsSigned(UUID orderId, String signature, String publicKey, Instant at)
      implements EvidenceResult {
    public RecordsSigned {
      Objects.requireNonNull(orderId, "orderId");
      Objects.requireNonNull(signature, "signature");
      Objects.requireNonNull(publicKey, "publicKey");
      Objects.requireNonNull(at, "at");
    }

    @Override
    public String key() {
      return orderId.toString();
    }
  }
}

package hallmonitor.contract.event;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Examples of what is asked of the evidence and what is answered. */
final class EvidenceExamples {
  private static final String HASH =
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
  private static final String SEALED = "e30..bm9uY2U.c2VhbGVk.dGFn";
  private static final String KEY = "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"eA\",\"y\":\"eQ\"}";
  private static final List<EvidenceResult.Problem> WRONG =
      List.of(
          new EvidenceResult.Problem(
              "record 7",
              "its hash does not fit",
              EvidenceResult.ProblemKind.CHANGED_RECORD,
              Optional.of(7L),
              false));

  private EvidenceExamples() {}

  static void add(Map<String, Object> examples) {
    examples.put(
        "MakePackage",
        new EvidenceOrder.MakePackage(
            EventExamples.COMMAND,
            EventExamples.CASE,
            KEY,
            Optional.of(SEALED),
            "Police: report 26-1104",
            "Ines Ortega (ortega)",
            EventExamples.AT));
    examples.put(
        "VerifyLedger",
        new EvidenceOrder.VerifyLedger(EventExamples.COMMAND, "ortega", EventExamples.AT));
    examples.put("UploadedPart", new EvidenceOrder.UploadedPart(EventExamples.COMMAND, 0, SEALED));
    examples.put(
        "VerifyPackage",
        new EvidenceOrder.VerifyPackage(EventExamples.COMMAND, 1, "ortega", EventExamples.AT));
    examples.put("PackagePart", new EvidenceResult.PackagePart(EventExamples.COMMAND, 0, SEALED));
    examples.put(
        "PackageMade",
        new EvidenceResult.PackageMade(
            EventExamples.COMMAND, 1, 4_096, HASH, 7, 2, 0, EventExamples.AT));
    examples.put(
        "EvidenceFailed",
        new EvidenceResult.EvidenceFailed(
            EventExamples.COMMAND, EvidenceResult.Why.NOTHING_SEALED, EventExamples.AT));
    examples.put(
        "LedgerSeen",
        new EvidenceResult.LedgerSeen(
            42,
            Optional.of(new EvidenceResult.Signed(40, EventExamples.AT)),
            HASH,
            KEY,
            Optional.of("Checkpoint 40 was changed after it was signed."),
            EventExamples.AT));
    examples.put(
        "LedgerChecked", new EvidenceResult.LedgerChecked(EventExamples.COMMAND, 10_000, 42_000));
    examples.put(
        "LedgerVerified",
        new EvidenceResult.LedgerVerified(
            EventExamples.COMMAND, 6, 2, 0, List.of(HASH), WRONG, EventExamples.AT));
    examples.put(
        "PackageVerified",
        new EvidenceResult.PackageVerified(
            EventExamples.COMMAND,
            HASH,
            4_096,
            true,
            false,
            7,
            0,
            List.of(HASH),
            List.of(new EvidenceResult.PackedFile("case.pdf", HASH)),
            WRONG,
            Optional.of(
                new EvidenceResult.RequestAnswered("R-2026-0001", Optional.of(EventExamples.AT))),
            EventExamples.AT));
    examples.put(
        "SignRecords",
        new EvidenceOrder.SignRecords(
            EventExamples.COMMAND,
            EventExamples.CASE,
            "R-2026-0001",
            HASH,
            "ortega",
            EventExamples.AT));
    examples.put(
        "RecordsSigned",
        new EvidenceResult.RecordsSigned(
            EventExamples.COMMAND,
            "{}\n",
            "-----BEGIN PUBLIC KEY-----\nMCo=\n-----END PUBLIC KEY-----\n",
            EventExamples.AT));
  }
}

package hallmonitor.exporter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a bundle holds, and how far it has come. It is written again after each file, so that an
 * export that was killed goes on there.
 *
 * @param format the name and version of this form
 * @param accounts that it holds; empty for all
 * @param from of the comments that it holds, ISO 8601; null for all
 * @param until before which they are, ISO 8601; null for all
 * @param search what was searched for, if it holds what a search found; null for all
 * @param runs when something was read; the first one begins at 0
 * @param complete whether all datasets were written
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BundleManifest(
    String format,
    List<String> accounts,
    @Nullable String from,
    @Nullable String until,
    @Nullable String search,
    List<Run> runs,
    List<Written> datasets,
    List<File> files,
    List<Document> documents,
    boolean complete) {
  static final String FORMAT = "hall-monitor-archive/1";

  /**
   * One run of the command, which reads one snapshot.
   *
   * @param at the moment of the snapshot, ISO 8601
   * @param schema the newest migration of the database
   */
  record Run(String at, String snapshot, String schema) {}

  /**
   * A dataset that is complete.
   *
   * @param records in all of its files
   * @param inLastSnapshot how many the table had in the last run; it differs only if an export was
   *     interrupted and something came or went meanwhile
   */
  record Written(String name, long records, long inLastSnapshot) {}

  /**
   * A file with records.
   *
   * @param dataset of its records
   * @param run the index of the run that wrote it, and with it of the snapshot
   * @param bytes of the file as it is
   * @param last the key of its last record; null for a WARC file
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record File(
      String name,
      String dataset,
      int run,
      long records,
      long bytes,
      String sha256,
      @Nullable List<String> last) {}

  /** A schema, or the text that explains the bundle. */
  record Document(String name, String sha256) {}

  static BundleManifest begun(ArchivePart part, List<Document> documents) {
    return new BundleManifest(
        FORMAT,
        part.accounts(),
        part.from() == null ? null : part.from().toString(),
        part.until() == null ? null : part.until().toString(),
        part.chosen() == null ? null : part.chosen().search(),
        List.of(),
        List.of(),
        List.of(),
        documents,
        false);
  }

  BundleManifest {
    accounts = List.copyOf(accounts);
    runs = List.copyOf(runs);
    datasets = List.copyOf(datasets);
    files = List.copyOf(files);
    documents = List.copyOf(documents);
  }

  BundleManifest running(Run run) {
    return copy(plus(runs, run), datasets, files, complete);
  }

  BundleManifest with(List<File> more) {
    List<File> all = new ArrayList<>(files);
    all.addAll(more);
    return copy(runs, datasets, all, complete);
  }

  BundleManifest done(Written dataset) {
    return copy(runs, plus(datasets, dataset), files, complete);
  }

  /**
   * Returns the complete manifest.
   *
   * @param counts of the last run, by the name of the dataset
   */
  BundleManifest completed(Map<String, Long> counts) {
    return copy(
        runs,
        datasets.stream()
            .map(d -> new Written(d.name(), d.records(), counts.getOrDefault(d.name(), 0L)))
            .toList(),
        files,
        true);
  }

  private BundleManifest copy(
      List<Run> newRuns, List<Written> newDatasets, List<File> newFiles, boolean isComplete) {
    return new BundleManifest(
        format,
        accounts,
        from,
        until,
        search,
        newRuns,
        newDatasets,
        newFiles,
        documents,
        isComplete);
  }

  /** Returns whether it is of a part. */
  boolean isOf(ArchivePart part) {
    return equals(begun(part, documents).copy(runs, datasets, files, complete));
  }

  /** Returns what it holds, in words. */
  String inWords() {
    return new ArchivePart(
            accounts,
            from == null ? null : Instant.parse(from),
            until == null ? null : Instant.parse(until),
            search == null ? null : new ArchivePart.Chosen(new UUID(0, 0), search))
        .inWords();
  }

  /** Returns how many records it has so far. */
  long records() {
    return files.stream().filter(f -> f.last() != null).mapToLong(File::records).sum();
  }

  /** Returns whether it was written by more than one run, and so may show more than one moment. */
  boolean hasSeveralRuns() {
    return runs.size() > 1;
  }

  /** Returns the datasets with another number of records in the table than was written. */
  List<Written> changed() {
    return datasets.stream().filter(d -> d.records() != d.inLastSnapshot()).toList();
  }

  /** Returns the moment that the last run showed, ISO 8601; empty before the first. */
  String lastMoment() {
    return runs.isEmpty() ? "" : runs.get(runs.size() - 1).at();
  }

  private static <T> List<T> plus(List<T> some, T one) {
    return Stream.concat(some.stream(), Stream.of(one)).toList();
  }

  boolean has(Dataset dataset) {
    return datasets.stream().anyMatch(d -> d.name().equals(dataset.name()));
  }

  /** Returns the JSON Lines files of a dataset. */
  List<File> of(Dataset dataset) {
    return files.stream()
        .filter(f -> f.dataset().equals(dataset.name()) && f.last() != null)
        .toList();
  }

  long records(Dataset dataset) {
    return of(dataset).stream().mapToLong(File::records).sum();
  }

  /** Returns the key after which a dataset goes on; empty for its beginning. */
  List<String> last(Dataset dataset) {
    return of(dataset).stream()
        .max(Comparator.comparing(File::name))
        .flatMap(file -> Optional.ofNullable(file.last()))
        .orElse(List.of());
  }
}

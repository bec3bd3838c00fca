package hallmonitor.exporter;

import hallmonitor.exporter.BundleManifest.Written;
import hallmonitor.settings.tool.ToolFailure;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Writes a bundle from a snapshot, dataset by dataset, and goes on where an earlier run stopped.
 * What is in a file that has its name is not read again.
 */
final class ArchiveExport {
  private final Bundle bundle;
  private final Snapshot snapshot;
  private final Datasets datasets;
  private final ArchivePart part;
  private final long fileSize;
  private final ExportProgress progress;
  private final BooleanSupplier stops;

  /**
   * Creates an export.
   *
   * @param fileSize bytes after which the next file is begun, at least 1
   * @param stops asked after each record; once it is true, the export ends after that record
   */
  ArchiveExport(
      BundleStore store,
      Snapshot snapshot,
      Datasets datasets,
      ArchivePart part,
      long fileSize,
      ExportProgress progress,
      BooleanSupplier stops) {
    this.bundle = new Bundle(store);
    this.snapshot = snapshot;
    this.datasets = datasets;
    this.part = part;
    this.fileSize = fileSize;
    this.progress = progress;
    this.stops = stops;
  }

  /** Thrown once it was asked to stop; what is complete is kept, and the next run goes on. */
  static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Refuses a folder in which nothing of this can be written, before the audit log says that it
   * was.
   *
   * @throws ToolFailure if it has a complete bundle, or one of another part
   * @throws OtherVersion if it has one of another form
   */
  static void accept(BundleFolder folder, ArchivePart part) throws IOException {
    Optional<BundleManifest> before = new Bundle(folder).manifest();
    if (before.isEmpty()) {
      return;
    }
    if (!before.get().isOf(part)) {
      throw new ToolFailure(
          "An export of %s was begun in %s. Name the same accounts and days, or another folder."
              .formatted(before.get().inWords(), folder.path()));
    }
    if (before.get().complete()) {
      throw new ToolFailure(
          "The export in %s is complete, with the archive as it was at %s. For the archive as it is now, name a new folder."
              .formatted(folder.path(), before.get().lastMoment()));
    }
  }

  /**
   * Writes what is missing.
   *
   * @return the complete manifest
   * @throws OtherVersion if what is there was begun with another version
   * @throws Stopped if it was asked to stop
   */
  BundleManifest write() throws IOException, SQLException {
    List<Dataset> its = datasets.all().stream().filter(part::has).toList();
    BundleManifest manifest = begun(its);
    Snapshot.Position position = snapshot.position();
    manifest =
        manifest.running(
            new BundleManifest.Run(
                position.at().toString(), position.snapshot(), position.schema()));
    // All are counted, so that what changed since an earlier run wrote it is found.
    Map<String, Long> counts = new HashMap<>();
    Map<Dataset, Long> expected = new LinkedHashMap<>();
    for (Dataset dataset : its) {
      long count = snapshot.count(dataset);
      counts.put(dataset.name(), count);
      if (!manifest.has(dataset)) {
        expected.put(dataset, count);
      }
    }
    progress.begins(expected, manifest);
    bundle.store().expect(counts.values().stream().mapToLong(n -> n).sum());
    for (Dataset missing : expected.keySet()) {
      manifest = new DatasetExport(missing, manifest).write();
    }
    manifest = manifest.completed(counts);
    bundle.save(manifest);
    return manifest;
  }

  private BundleManifest begun(List<Dataset> its) throws IOException, SQLException {
    Optional<BundleManifest> before = bundle.manifest();
    if (before.isEmpty()) {
      BundleManifest manifest =
          BundleManifest.begun(part, BundleDocuments.write(bundle, snapshot, its, part));
      bundle.save(manifest);
      return manifest;
    }
    String schema = snapshot.position().schema();
    if (before.get().runs().stream().anyMatch(run -> !run.schema().equals(schema))) {
      throw new OtherVersion("It was begun with another version of the database.");
    }
    return before.get();
  }

  /** One dataset: files one after the other, and the manifest after each. */
  private final class DatasetExport {
    private final Dataset dataset;
    private BundleManifest manifest;
    private Optional<DatasetPart> open = Optional.empty();

    DatasetExport(Dataset dataset, BundleManifest manifest) {
      this.dataset = dataset;
      this.manifest = manifest;
    }

    BundleManifest write() throws IOException, SQLException {
      try {
        snapshot.read(dataset, manifest.last(dataset), this::add);
        finish();
      } finally {
        if (open.isPresent()) {
          open.get().close();
        }
      }
      long written = manifest.records(dataset);
      manifest = manifest.done(new Written(dataset.name(), written, written));
      bundle.save(manifest);
      return manifest;
    }

    private void add(ExportedRow row) throws IOException {
      if (open.isEmpty()) {
        open = Optional.of(new DatasetPart(bundle, dataset, manifest.of(dataset).size() + 1));
      }
      open.get().add(row);
      progress.added(dataset);
      boolean stop = stops.getAsBoolean();
      if (stop || open.get().has(fileSize)) {
        finish();
      }
      if (stop) {
        throw new Stopped();
      }
    }

    private void finish() throws IOException {
      if (open.isPresent()) {
        List<BundleManifest.File> files =
            new ArrayList<>(open.get().finish(manifest.runs().size() - 1));
        open = Optional.empty();
        manifest = manifest.with(files);
        bundle.save(manifest);
      }
    }
  }
}

package dev.analystcopilot.api.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Uploaded backlogs, kept until their job is done, so that a job goes on after a crash.
///
/// @param folder made on first use, closed to others
record JobFiles(Path folder) {

    /// Where the upload of a job lies.
    Path of(String jobId) {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + folder, e);
        }
        return folder.resolve(jobId);
    }

    void forget(String jobId) {
        try {
            Files.deleteIfExists(folder.resolve(jobId));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove the upload of " + jobId, e);
        }
    }
}

/**
 * Detectors of the host's own patterns, on RE2/J ({@code com.google.re2j:re2j}), which the host brings. Hosts call {@link
 * io.waxseal.redaction.re2j.Patterns} and give what it makes to {@link
 * io.waxseal.redaction.Redactor.Builder#addDetector}.
 */
package io.waxseal.redaction.re2j;

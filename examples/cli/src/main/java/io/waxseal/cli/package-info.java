/**
 * The command line: one class a command, called by {@link io.waxseal.cli.Waxseal#main} and by nothing else. It uses the
 * exported types of the libraries only and reads captured webhooks and audit trails without changing them. Nothing it prints
 * holds text of a message, a number or an id, but for {@code redact}, whose output is the text that was left.
 */
@NullMarked
package io.waxseal.cli;

import org.jspecify.annotations.NullMarked;

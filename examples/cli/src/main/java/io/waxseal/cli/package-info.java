/**
 * The command line: one class a command, called by {@link io.waxseal.cli.Waxseal#main} and by nothing else. It uses the
 * exported types of the libraries only, reads captured webhooks and audit trails without changing them, and prints
 * neither text of a message, nor a number, nor an id.
 */
@NullMarked
package io.waxseal.cli;

import org.jspecify.annotations.NullMarked;

//! griot, from the command line.

fn main() -> std::process::ExitCode {
    griot::cli::run(std::env::args_os())
}

//! griot, from the command line.

/// The status of a program that ends by a fault of its own.
const FAULT: i32 = 101;

fn main() -> std::process::ExitCode {
    let tell = std::panic::take_hook();
    // Nothing is unwound, for that makes a program a tenth larger: the terminal is given back, what is to be saved is
    // saved, and griot ends, whichever of its threads it was.
    std::panic::set_hook(Box::new(move |panic| {
        tell(panic);
        signal_hook::low_level::exit(FAULT)
    }));
    griot::cli::run(std::env::args_os())
}

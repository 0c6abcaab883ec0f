fn main(){ let (p,probs)=griot::pack::embedded_checked(); for x in &probs{println!("{x}");} println!("{} {}", p.is_some(), probs.len());
 let t=std::time::Instant::now(); let p=griot::pack::embedded(); println!("{:?} {}", t.elapsed(), p.is_ok()); }
